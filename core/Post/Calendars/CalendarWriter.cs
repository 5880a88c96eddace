using System.Globalization;
using System.Text;

namespace EnVagUt.Core.Post.Calendars;

/// <summary>
/// What a file that is sent says it is (RFC 5546). The day is told, not asked about: the answer was given in the portal, so
/// nobody is invited and REQUEST is not used.
/// </summary>
public enum CalendarMethod { Publish, Cancel }

/// <param name="Organizer">Name and mail address of whoever the day comes from; a method demands one.</param>
public sealed record CalendarMessage(CalendarMethod Method, (string Name, string Email) Organizer);

/// <summary>Writes iCalendar (RFC 5545): lines end with CRLF and are folded at 75 octets, never inside a character.</summary>
public static class CalendarWriter
{
    public const string ContentType = "text/calendar; charset=utf-8";
    public const string ProductId = "-//En väg ut//Kalender//SV";
    private const string Break = "\r\n";
    private const int MostOctets = 75;

    /// <param name="message">Null in a feed: what is fetched is the calendar itself.</param>
    public static byte[] Write(IEnumerable<CalendarEvent> events, CalendarMessage? message = null)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, $"PRODID:{Text(ProductId)}");
        Line(file, "CALSCALE:GREGORIAN");
        if (message is not null)
            Line(file, $"METHOD:{MethodName(message.Method)}");
        Line(file, "X-WR-CALNAME:En väg ut");
        if (message is null)
            Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        foreach (var e in events)
            Event(file, e, message);
        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    /// <summary>What a mail says of such a file.</summary>
    public static string ContentTypeOf(CalendarMethod method) => $"{ContentType}; method={MethodName(method)}";

    /// <summary>Text as a value: the four signs that mean something are escaped, other control characters left out.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            switch (c)
            {
                case '\n': escaped.Append("\\n"); break;
                case '\\' or ';' or ',': escaped.Append('\\').Append(c); break;
                case '\t': escaped.Append(c); break;
                default:
                    if (!char.IsControl(c))
                        escaped.Append(c);
                    break;
            }
        return escaped.ToString();
    }

    /// <summary>One content line in as many physical lines as it needs, each with its break.</summary>
    public static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + 8);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append(Break).Append(' ');
                octets = 1;
            }
            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append(Break).ToString();
    }

    private static void Event(StringBuilder file, CalendarEvent e, CalendarMessage? message)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Text(e.Uid)}");
        Line(file, $"DTSTAMP:{Utc(e.ChangedAt)}");
        Line(file, $"LAST-MODIFIED:{Utc(e.ChangedAt)}");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{e.Sequence}"));
        Line(file, $"DTSTART;VALUE=DATE:{Date(e.Day)}");
        // The first day after: the end of a whole day is not part of it.
        Line(file, $"DTEND;VALUE=DATE:{Date(e.Day.AddDays(1))}");
        if (message is not null)
            Line(file, $"ORGANIZER;CN={Parameter(message.Organizer.Name)}:{MailTo(message.Organizer.Email)}");
        Line(file, $"SUMMARY:{Text(e.Summary)}");
        // Some calendars show no URL.
        Line(file, $"DESCRIPTION:{Text($"Logga in för att se mer: {e.Link}")}");
        Line(file, $"URL:{e.Link}");
        Line(file, $"STATUS:{(e.Cancelled ? "CANCELLED" : "CONFIRMED")}");
        // The day is no reason for others to find the person busy, and the calendar may be shared.
        Line(file, "TRANSP:TRANSPARENT");
        Line(file, "CLASS:PRIVATE");
        Line(file, "END:VEVENT");
    }

    private static void Line(StringBuilder file, string line) => file.Append(Folded(line));

    private static string Parameter(string value) => $"\"{string.Concat(value.Where(c => c != '"' && !char.IsControl(c)))}\"";

    // Without an address the organizer is named all the same, in the way that calendars write it.
    private static string MailTo(string email) =>
        email.Length == 0 ? "invalid:nomail" : "mailto:" + Uri.EscapeDataString(email).Replace("%40", "@", StringComparison.Ordinal);

    private static string MethodName(CalendarMethod method) => method.ToString().ToUpperInvariant();

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Utc(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
