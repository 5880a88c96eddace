using System.Text;
using EnVagUt.Core.Post.Calendars;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Properties;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Calendars;

public class CalendarWriterTests
{
    private static readonly Gen<string> Texts =
        from length in Gen.Choose(0, 90)
        from parts in Gen.Elements("a", "ö", "€", "😀", ",", ";", "\\", "\n", "\r\n", " ", "\t", "\"", "n").ListOf(length)
        select string.Concat(parts);

    private static CalendarEvent Day => new()
    {
        Uid = "1-start@envagut",
        Sequence = 2,
        Day = new DateOnly(2026, 12, 31),
        Summary = "Start på plats: Bröd, kaffe; och \\mer",
        Link = "https://envagut.example/arbetsgivare/placeringar",
        ChangedAt = new DateTime(2026, 11, 23, 8, 0, 5, DateTimeKind.Utc),
    };

    /// <summary>Characters that old rows may hold: controls, halves of a surrogate pair, what is no character.</summary>
    [Fact]
    public void Whatever_a_text_holds_the_lines_stay_lines_and_the_bytes_are_UTF_8()
    {
        const string strange = "a\u000bb\0c\u001f\ud83cd\udf1e\ufffe\uffff\u2028\u0085e🌞";
        var bytes = CalendarWriter.Write([Day with { Summary = strange }], new CalendarMessage(CalendarMethod.Publish, (strange, $"{strange}@exempel.se")));
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Replace("\r\n", "", StringComparison.Ordinal);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.Contains("🌞", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_lasts_until_the_next_one_and_says_in_UTC_when_it_was_written()
    {
        var lines = Lines(CalendarWriter.Write([Day]));
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines[..2]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Expect.None(new[]
        {
            "UID:1-start@envagut", "SEQUENCE:2", "DTSTAMP:20261123T080005Z", "LAST-MODIFIED:20261123T080005Z", "STATUS:CONFIRMED",
            "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", @"SUMMARY:Start på plats: Bröd\, kaffe\; och \\mer", "X-WR-CALNAME:En väg ut",
        }.Except(lines));
        Assert.DoesNotContain(lines, l => l.StartsWith("METHOD", StringComparison.Ordinal) || l.StartsWith("ORGANIZER", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CalendarMethod.Publish, "METHOD:PUBLISH", "text/calendar; charset=utf-8; method=PUBLISH")]
    [InlineData(CalendarMethod.Cancel, "METHOD:CANCEL", "text/calendar; charset=utf-8; method=CANCEL")]
    public void A_file_that_is_sent_says_what_it_wants_and_from_whom(CalendarMethod method, string line, string type)
    {
        var lines = Lines(CalendarWriter.Write([Day], new CalendarMessage(method, ("Arbets\"marknad", "ame@exempel.se"))));
        Assert.Contains(line, lines);
        Assert.Contains("ORGANIZER;CN=\"Arbetsmarknad\":mailto:ame@exempel.se", lines);
        Assert.Equal(type, CalendarWriter.ContentTypeOf(method));
    }

    [Fact]
    public void Every_line_ends_with_CRLF_holds_75_octets_at_most_and_unfolds_to_what_was_written() => Share.Holds(Texts, "folded", text =>
    {
        var line = "SUMMARY:" + CalendarWriter.Text(text);
        var folded = CalendarWriter.Folded(line);
        var pieces = folded.Split("\r\n");
        // An encoder that throws: a character that was cut in two is no text.
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var agrees = pieces[^1].Length == 0 && pieces.All(p => strict.GetByteCount(p) <= 75 && !p.Contains('\n') && !p.Contains('\r'))
            && pieces[1..^1].All(p => p.StartsWith(' ')) && folded.Replace("\r\n ", "", StringComparison.Ordinal) == line + "\r\n";
        return (agrees, pieces.Length > 2);
    });

    [Fact]
    public void What_is_escaped_reads_back_as_it_was() => Share.Holds(Texts, "escaped", text =>
    {
        var plain = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var escaped = CalendarWriter.Text(text);
        return (Unescaped(escaped) == plain && !escaped.Contains('\n'), escaped.Length > text.Length + 12);
    });

    private static string[] Lines(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        return text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] != '\\' ? value[i] : value[++i] == 'n' ? '\n' : value[i]);
        return text.ToString();
    }
}
