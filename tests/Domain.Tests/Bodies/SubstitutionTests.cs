using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Bodies;

namespace JointMeeting.Domain.Tests.Bodies;

public class SubstitutionTests
{
    private static readonly SeatTenure Old = new("王一", "副局长", new(2022, 8, 9), null, "成立通知");
    private static readonly SeatTenure New = new("李二", "副局长", new(2024, 3, 1), null, "替补函");
    private static readonly Seat Seat = new(Guid.Empty, Guid.Empty, MechanismRole.Member, "副局长", [Old]);

    [Theory]
    [InlineData(SubstitutionMode.Automatic, SubstitutionConsent.None, SubstitutionState.Effective)]
    [InlineData(SubstitutionMode.Automatic, SubstitutionConsent.Convenor, SubstitutionState.Effective)]
    [InlineData(SubstitutionMode.Automatic, SubstitutionConsent.Meeting, SubstitutionState.Effective)]
    [InlineData(SubstitutionMode.ConvenorConsent, SubstitutionConsent.None, SubstitutionState.NeedsConvenorConsent)]
    [InlineData(SubstitutionMode.ConvenorConsent, SubstitutionConsent.Convenor, SubstitutionState.Effective)]
    [InlineData(SubstitutionMode.ConvenorConsent, SubstitutionConsent.Meeting, SubstitutionState.Effective)]
    [InlineData(SubstitutionMode.MeetingConfirms, SubstitutionConsent.None, SubstitutionState.NeedsMeeting)]
    [InlineData(SubstitutionMode.MeetingConfirms, SubstitutionConsent.Convenor, SubstitutionState.NeedsMeeting)]
    [InlineData(SubstitutionMode.MeetingConfirms, SubstitutionConsent.Meeting, SubstitutionState.Effective)]
    public void The_mode_says_whose_consent_is_missing(
        SubstitutionMode mode,
        SubstitutionConsent consent,
        SubstitutionState expected
    )
    {
        var outcome = Substitution.Replace(Seat, New, mode, consent);
        Assert.Equal(expected, outcome.State);
        Assert.Equal(expected == SubstitutionState.Effective ? "李二" : "王一", Holder(outcome.Seat, 2024, 3, 1));
    }

    [Fact]
    public void Old_minutes_keep_the_old_name()
    {
        var seat = Substitution.Replace(Seat, New, SubstitutionMode.Automatic).Seat;
        Assert.Equal("王一", Holder(seat, 2024, 2, 29));
        Assert.Equal("李二", Holder(seat, 2024, 3, 1));
        Assert.Null(Holder(seat, 2022, 8, 8));
    }

    [Fact]
    public void A_seat_left_vacant_stays_vacant_until_the_successor_comes()
    {
        var vacant = Seat with { Tenures = [Old with { To = new(2023, 12, 31) }] };
        var seat = Substitution.Replace(vacant, New, SubstitutionMode.Automatic).Seat;
        Assert.Null(Holder(seat, 2024, 1, 15));
    }

    [Fact]
    public void A_seat_nobody_held_takes_its_first_holder() =>
        Assert.Equal(
            "李二",
            Holder(Substitution.Replace(Seat with { Tenures = [] }, New, SubstitutionMode.Automatic).Seat, 2024, 3, 1)
        );

    [Fact]
    public void A_successor_before_the_present_holder_is_refused() =>
        Refused(New with { From = Old.From }, "接任日期须晚于王一的任职日期");

    [Fact]
    public void The_same_person_in_the_same_post_is_refused() => Refused(New with { Person = "王一" }, "已在此席位");

    [Fact]
    public void A_successor_without_a_name_is_refused() => Refused(New with { Person = " " }, "姓名");

    [Fact]
    public void Substitutions_leave_one_seat_with_one_holder_a_day() =>
        Prop.ForAll(
                Arb.From(Gen.NonEmptyListOf(Gen.Choose(1, 2000))),
                days =>
                {
                    var seat = Seat;
                    foreach (var day in days)
                        seat = Substitution
                            .Replace(
                                seat,
                                New with
                                {
                                    Person = $"接任{day}",
                                    From = Old.From.AddDays(day),
                                },
                                SubstitutionMode.Automatic
                            )
                            .Seat;
                    return Enumerable
                        .Range(0, 2100)
                        .All(day => seat.Tenures.Count(t => t.IsOn(Old.From.AddDays(day))) == 1);
                }
            )
            .QuickCheckThrowOnFailure();

    private static void Refused(SeatTenure successor, string why)
    {
        var outcome = Substitution.Replace(Seat, successor, SubstitutionMode.Automatic);
        Assert.Equal((SubstitutionState.Refused, Seat), (outcome.State, outcome.Seat));
        Assert.Contains(why, outcome.Text, StringComparison.Ordinal);
    }

    private static string? Holder(Seat seat, int year, int month, int day) =>
        seat.HolderOn(new(year, month, day))?.Person;
}
