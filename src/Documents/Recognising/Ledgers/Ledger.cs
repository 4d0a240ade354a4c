using JointMeeting.Domain.Supervision;

namespace JointMeeting.Documents.Recognising.Ledgers;

/// <summary>What makes a document a running ledger (台账): its table says how far each row has come.</summary>
/// <param name="Title">The line above the table; null where there is none.</param>
/// <param name="AsOf">截至日期: the day its progress and status are of; null where the ledger does not say it.</param>
public sealed record Ledger(Stated<string>? Title, Stated<DateOnly>? AsOf);

/// <summary>A heading and what its column holds.</summary>
/// <param name="IsKnown">By the usual headings; else it was taught, or is not understood (<see cref="Column.Other"/>).</param>
public sealed record ReadColumn(string Heading, Column Column, int Line, bool IsKnown);

/// <summary>How far a row of a ledger has come.</summary>
/// <param name="Progress">Verbatim; null where the cell is empty.</param>
/// <param name="More">What stands in the other columns, a line each with its heading, so that nothing is lost.</param>
public sealed record RowStanding(string? Progress, ReadStatus? Status, string? More);

/// <summary>A status as a ledger words it.</summary>
/// <param name="Value">Null when the words are not understood.</param>
/// <param name="Doubt">Why a person must look, in Chinese; null where the ledger uses the status's own word.</param>
public sealed record ReadStatus(string Raw, LedgerStatus? Value, string? Doubt);
