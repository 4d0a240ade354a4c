using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Web;

/// <summary>
/// The working-day calendar of an installation: the shipped years and those imported later, one file a year in the data
/// folder. The notice for a year normally appears in October or November of the year before.
/// </summary>
public static class Calendars
{
    /// <summary>The shipped years with the imported ones over them.</summary>
    /// <exception cref="Refusal">An imported file is damaged.</exception>
    public static WorkingDayCalendar Load(Settings settings)
    {
        var folder = Folder(settings);
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Order()
            : Enumerable.Empty<string>();
        return files.Aggregate(WorkingDayCalendar.Embedded, (calendar, file) => With(calendar, File.ReadAllText(file)));
    }

    /// <summary>Checks one year's notice and keeps it for the next start; returns the year.</summary>
    /// <exception cref="Refusal">The file is no year in the form of the shipped data.</exception>
    public static int Import(Settings settings, string json)
    {
        _ = With(Load(settings), json);
        var year = WorkdayYear.Parse(json).Year;
        Directory.CreateDirectory(Folder(settings));
        File.WriteAllText(Path.Combine(Folder(settings), $"{year}.json"), json);
        return year;
    }

    private static string Folder(Settings settings) => Path.Combine(settings.DataFolder, "calendar");

    private static WorkingDayCalendar With(WorkingDayCalendar calendar, string json)
    {
        try
        {
            return calendar.WithYear(json);
        }
        catch (FormatException e)
        {
            throw new Refusal(e.Message);
        }
    }
}
