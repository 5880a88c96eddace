using EnVagUt.Core.Cases.Suggestions;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class FitTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateOnly Start = new(2027, 1, 11), End = new(2027, 4, 9);
    private static readonly Cells MonToWedForenoon = Cells.From([0, 3, 6]);
    private static readonly FitPerson Anyone = new(new(1990, 5, 17), 100, SwedishLevel.Everyday, false, null, []);
    private static readonly FitSlot Office = new(Guid.NewGuid(), RuleSet.Shipped.On(Start).Of(Form.Praktik), "Köksbiträde", SwedishLevel.None, false, new(Start, End), WeeklyPattern.Usual(Cells.OfficeWeek));

    [Fact]
    public void A_free_slot_fits_and_says_when()
    {
        var fit = Fit.Of(Anyone, Office, Today);
        Assert.True(fit.IsGood);
        Assert.Equal(new Period(Start, End), fit.Period);
        Assert.Contains("Ledig mån–fre fm och em 11 jan–9 apr 2027", Texts(fit));
    }

    [Theory]
    [InlineData(2011, "Praktik är för 16–65 år; personen är 15 vid starten")]
    [InlineData(1960, "Praktik är för 16–65 år; personen är 66 vid starten")]
    public void Age_at_the_start_decides(int born, string reason) =>
        AssertReason(FitKind.Blocks, reason, Fit.Of(Anyone with { BirthDate = new(born, 6, 1) }, Office, Today));

    [Theory]
    [InlineData(2010)]
    [InlineData(1961)]
    public void The_youngest_and_the_oldest_of_a_form_are_let_in(int born) =>
        Assert.DoesNotContain(Texts(Fit.Of(Anyone with { BirthDate = new(born, 6, 1) }, Office, Today)), r => r.Contains(" är för ", StringComparison.Ordinal));

    [Fact]
    public void Other_bookings_of_the_person_leave_what_is_free_and_tell_nothing_more()
    {
        var busy = Anyone with { Busy = [new(new(Start, End), MonToWedForenoon)] };
        var fit = Fit.Of(busy, Office, Today);
        Assert.Equal(Cells.OfficeWeek.Mask & ~MonToWedForenoon.Mask, fit.Cells.Mask);
        AssertReason(FitKind.Against, "Personen är upptagen mån–ons fm; övriga pass går", fit);
    }

    [Fact]
    public void A_person_who_is_busy_until_later_starts_later()
    {
        var fit = Fit.Of(Anyone with { Busy = [new(new(Start, new(2027, 1, 31)), Cells.OfficeWeek)] }, Office, Today);
        Assert.Equal(new DateOnly(2027, 2, 1), fit.Period!.Value.From);
        AssertReason(FitKind.Against, "Personen är upptagen till 31 jan 2027", fit);
    }

    [Fact]
    public void A_person_who_is_busy_all_the_time_cannot() =>
        AssertReason(FitKind.Blocks, "Personen är upptagen hela tiden mån–fre fm och em",
            Fit.Of(Anyone with { Busy = [new(new(Today, null), Cells.OfficeWeek)] }, Office, Today));

    [Fact]
    public void A_slot_that_is_taken_to_the_end_is_not_offered()
    {
        var fit = Fit.Of(Anyone, Office with { Taken = [new(new(Start, End), Cells.OfficeWeek)] }, Today);
        Assert.False(fit.IsPossible);
        AssertReason(FitKind.Blocks, "Ingen tid kvar: platsen finns 11 jan–9 apr 2027, mån–fre fm och em", fit);
    }

    [Fact]
    public void What_is_free_before_the_next_booking_is_offered_when_it_is_four_weeks()
    {
        var fit = Fit.Of(Anyone, Office with { Taken = [new(new(new(2027, 3, 1), End), Cells.OfficeWeek)] }, Today);
        Assert.Equal(new Period(Start, new(2027, 2, 28)), fit.Period);
        Assert.False(Fit.Of(Anyone, Office with { Taken = [new(new(new(2027, 2, 1), End), Cells.OfficeWeek)] }, Today).IsPossible);
    }

    [Fact]
    public void What_was_booked_before_anything_can_begin_moves_no_start() =>
        Assert.Equal(new Period(Start, End), Fit.Of(Anyone, Office with { Taken = [new(new(Today.AddDays(-60), Today.AddDays(-30)), Cells.OfficeWeek)] }, Today).Period);

    [Fact]
    public void A_place_that_ends_before_anything_can_begin_is_over() =>
        AssertReason(FitKind.Blocks, "Ingen tid kvar: platsen finns 2 nov–27 nov 2026, mån–fre fm och em",
            Fit.Of(Anyone, Office with { Period = new(new(2026, 11, 2), new(2026, 11, 27)) }, Today));

    [Fact]
    public void The_longest_time_of_the_form_ends_the_proposal()
    {
        var fit = Fit.Of(Anyone, Office with { Period = new(Start, null) }, Today);
        Assert.Equal(new Period(Start, new(2027, 7, 10)), fit.Period);
    }

    [Fact]
    public void A_start_in_a_closed_week_moves_to_the_first_open_one()
    {
        var fit = Fit.Of(Anyone, Office with { ClosedWeeks = new ClosedWeeks(2, 3) }, Today);
        Assert.Equal(new DateOnly(2027, 1, 25), fit.Period!.Value.From);
    }

    [Fact]
    public void A_full_supervisor_is_told_with_the_weeks()
    {
        Busy january = new(new(new(2027, 1, 18), new(2027, 2, 28)), Cells.OfficeWeek);
        AssertReason(FitKind.Against, "Handledaren har fullt v. 3–8", Fit.Of(Anyone, Office with { SupervisorCeiling = 1, AtSupervisor = [january] }, Today));
        Assert.True(Fit.Of(Anyone, Office with { SupervisorCeiling = 2, AtSupervisor = [january] }, Today).IsGood);
    }

    [Fact]
    public void A_workplace_that_is_full_the_whole_time_blocks_when_its_ceiling_is_hard()
    {
        var full = Office with { WorkplaceCeiling = 1, AtWorkplace = [new(new(Today, null), Cells.OfficeWeek)] };
        AssertReason(FitKind.Against, "Arbetsplatsen har fullt v. 2–14", Fit.Of(Anyone, full, Today));
        AssertReason(FitKind.Blocks, "Arbetsplatsen har fullt v. 2–14", Fit.Of(Anyone, full with { WorkplaceCeilingIsHard = true }, Today));
    }

    [Fact]
    public void Swedish_and_driving_licence_speak_against_but_leave_the_choice()
    {
        var fit = Fit.Of(Anyone, Office with { Swedish = SwedishLevel.Fluent, DrivingLicence = true }, Today);
        AssertReason(FitKind.Against, "Kräver svenska: Talar och skriver obehindrat. Personen: Klarar vardagliga samtal", fit);
        AssertReason(FitKind.Against, "Kräver körkort", fit);
        Assert.True(fit.IsPossible);
    }

    [Fact]
    public void A_larger_extent_than_the_persons_asks_for_fewer_cells() =>
        AssertReason(FitKind.Against, "Omfattningen är 100 %, personen kan 50 %: välj färre pass", Fit.Of(Anyone with { ExtentPercent = 50 }, Office, Today));

    [Fact]
    public void A_small_word_of_the_wish_is_no_wish() =>
        Assert.DoesNotContain(Fit.Of(Anyone with { Wish = "Arbeta med barn" }, Office with { Title = "Medarbetare i tvättstugan" }, Today).Reasons,
            r => r.Text.StartsWith("Önskemålet", StringComparison.Ordinal));

    [Theory]
    [InlineData("Vill helst vara i kök", "Köksbiträde", "kök")]
    [InlineData("Kock", "Hotellkock", "kock")]
    public void A_wish_that_the_title_answers_speaks_for(string wish, string title, string word) =>
        AssertReason(FitKind.For, $"Önskemålet nämner ”{word}”", Fit.Of(Anyone with { Wish = wish }, Office with { Title = title }, Today));

    [Fact]
    public void Better_fits_come_first()
    {
        var good = Fit.Of(Anyone, Office, Today);
        var doubtful = Fit.Of(Anyone, Office with { DrivingLicence = true }, Today);
        var blocked = Fit.Of(Anyone with { BirthDate = new(2012, 1, 1) }, Office, Today);
        Assert.Equal([good, doubtful, blocked], new[] { blocked, good, doubtful }.OrderBy(f => f.Rank));
    }

    private static IEnumerable<string> Texts(Fit fit) => fit.Reasons.Select(r => r.Text);

    private static void AssertReason(FitKind kind, string text, Fit fit) => Assert.Contains(new FitReason(kind, text), fit.Reasons);
}
