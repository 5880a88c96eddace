using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using Xunit;

namespace EnVagUt.Tests.Core.Agreements;

/// <summary>What an agreement says, from form, plats and placement.</summary>
public class AgreementComposerTests
{
    private static readonly AgreementSource Source = new()
    {
        Form = Form.Praktik.Row(),
        Period = new Period(new DateOnly(2026, 12, 7), new DateOnly(2027, 3, 5)),
        Cells = Cells.OfficeWeek,
        ExtentPercent = 100,
        Pattern = WeeklyPattern.Usual(Cells.OfficeWeek),
        Title = "Butiksbiträde",
        Tasks = "Plocka upp varor.",
        Employer = "Provföretaget",
        Workplace = "Butiken",
        StreetAddress = "Storgatan 1",
        PostalCode = "123 45",
        City = "Lindköping",
        ContactName = "Kim Kontakt",
        SupervisorName = "Sam Handledare",
        SupervisorPhone = "070-174 06 05",
        Coordinator = "Robin Samordnare",
        MunicipalContact = "Arbetsmarknadsenheten",
        Insurance = "Kommunen försäkrar.",
    };

    [Fact]
    public void It_holds_what_form_plats_and_placement_say_and_what_the_coordinator_writes()
    {
        var terms = AgreementComposer.Compose(Source, new AgreementWords(" Pröva på\r\narbete ", "  ", "Visa runt\r\n\r\n Tystnadsplikt "));
        Assert.Equal("Butiken|Storgatan 1, 123 45 Lindköping|mån–fre 08.00–12.00 och 12.30–16.30|Kommunen försäkrar.",
            $"{terms.Workplace}|{terms.Address}|{terms.Times}|{terms.Insurance}");
        Assert.Equal(("Pröva på\narbete", null, "Visa runt\nTystnadsplikt"), (terms.Goals, terms.Adaptations, terms.Introduction));
        Assert.Equal(("Sam Handledare, telefon 070-174 06 05", "Kim Kontakt", "Robin Samordnare, Arbetsmarknadsenheten"),
            (terms.Supervisor, terms.WorkplaceContact, terms.MunicipalContact));
        Assert.Equal(["14 december 2026: efter första veckan", "20 januari 2027: halvvägs", "5 mars 2027: vid slutet"], AgreementTerms.Lines(terms.FollowUps));
    }

    [Theory]
    [InlineData(new[] { 0, 3, 6, 9, 12 }, "mån–fre 08.00–12.00")]
    [InlineData(new[] { 0, 1, 6, 13 }, "mån 08.00–12.00 och 12.30–16.30\nons 08.00–12.00\nfre 12.30–16.30")]
    public void Half_days_are_told_with_their_times(int[] cells, string expected) =>
        Assert.Equal(expected, WeekInWords.Of(WeeklyPattern.Usual(Cells.OfficeWeek), Cells.From(cells)));

    [Fact]
    public void The_first_day_is_the_first_that_has_a_cell_and_not_the_first_of_the_period() =>
        Assert.Equal(new DateTime(2026, 12, 9, 12, 30, 0),
            WeekInWords.FirstDay(WeeklyPattern.Usual(Cells.OfficeWeek), Cells.From([7, 10]), Source.Period));

    [Theory]
    [InlineData(Form.Prao, "18 december 2026: ett samtal")]
    [InlineData(Form.Employment, "7 januari 2027: efter en månad")]
    public void Each_form_is_followed_up_by_its_own_plan(Form form, string first)
    {
        var period = form == Form.Prao ? new Period(new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 23)) : new Period(Source.Period.From, null);
        Assert.Equal(first, FollowUpDays.Of(form.Row(), period, null)[0].ToString());
    }

    [Fact]
    public void Follow_up_lies_on_working_days_of_open_weeks_and_never_after_the_end()
    {
        // Starts before a closed January, ends on a Sunday.
        var days = FollowUpDays.Of(Form.Praktik.Row(), new Period(new DateOnly(2026, 12, 28), new DateOnly(2027, 2, 7)), new ClosedWeeks(1, 3));
        Assert.Equal([new DateOnly(2027, 1, 25), new DateOnly(2027, 2, 5)], days.Select(d => d.On));
        Assert.Empty(FollowUpDays.Of(Form.AplKomvux.Row(), Source.Period, null));
    }

    [Fact]
    public void The_order_is_the_forms_and_the_guardian_comes_after_the_person()
    {
        Assert.Equal([Approver.Workplace, Approver.Participant, Approver.Municipality], ApprovalOrder.Of(Form.Praktik, needsGuardian: false));
        Assert.Equal([Approver.Workplace, Approver.Participant, Approver.Guardian, Approver.Municipality], ApprovalOrder.Of(Form.Praktik, needsGuardian: true));
        // The school answers to the guardian in prao.
        Assert.Equal([Approver.Workplace, Approver.Municipality], ApprovalOrder.Of(Form.Prao, needsGuardian: true));
        Assert.Equal(("Deltagaren", "Eleven"), (Approver.Participant.Word(Form.Praktik), Approver.Participant.Word(Form.Prao)));
    }
}
