using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Agreements;
using EnVagUt.Tests.Core.Reports;
using Microsoft.EntityFrameworkCore;
using System.Text.RegularExpressions;
using Xunit;

namespace EnVagUt.Tests.Core.Certificates;

/// <summary>Intyg: what somebody has done, and never why it ended, who paid or anything about health.</summary>
public class CertificateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<AgreementStage> EndedAsync(Form form = Form.Praktik, InterruptedBy by = InterruptedBy.Workplace)
    {
        var s = await AgreementStage.StartAsync(form);
        await s.ConcludeAsync();
        s.Test.Clock.SetStockholm(s.Offer.From);
        s.Test.NewScope();
        await s.Test.Get<PlacementService>().StartAsync(s.PlacementId, s.Offer.From, Ct, Answered.ToAll);
        // A version that nobody has approved, about other tasks.
        await s.Test.Db.Offers.ExecuteUpdateAsync(u => u.SetProperty(o => o.Tasks, "Städa lagret."), Ct);
        if (form == Form.Praktik)
            await s.Agreements.DraftAsync(s.PlacementId, Ct);
        s.Test.Clock.AdvanceDays(30);
        s.Test.NewScope();
        await s.Test.Get<PlacementService>().EndAsync(s.PlacementId, new EndPlacement(s.Test.Clock.Today(), ExitReason.Illness, by), Ct);
        s.Test.NewScope();
        return s;
    }

    private static async Task<Certificate> IssueAsync(AgreementStage s, string? words)
    {
        var id = await s.Test.Get<CertificateService>().IssueAsync(s.PlacementId, words, Ct);
        s.Test.NewScope();
        return await s.Test.Db.Certificates.AsNoTracking().SingleAsync(c => c.Id == id, Ct);
    }

    [Fact]
    public async Task It_says_who_what_where_when_and_the_tasks_that_were_agreed_on()
    {
        await using var s = await EndedAsync();
        var certificate = await IssueAsync(s, "Robin lärde sig kassan snabbt.\r\nAlltid i tid.");
        Assert.Equal((s.Test.Clock.UtcNow(), "Test Coordinator"), (certificate.IssuedAt, certificate.IssuedBy));
        var text = WordText.Read(s.Test.Get<CertificateFile>().Write(certificate));
        foreach (var said in new[]
        {
            "Intyg", "har haft praktik hos Butiken, Provföretaget", "från och med 7 december 2026 till och med 6 januari 2027", "OmfattningHeltid", "UppdragButiksbiträde",
            "Plocka upp varor och möta kunder.", "Robin lärde sig kassan snabbt.\nAlltid i tid.", "För arbetsplatsen: datum, namnteckning", "För Kommunen: datum, namnteckning",
        })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("Robin Provperson", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_was_pasted_into_the_words_the_file_can_be_written()
    {
        await using var s = await EndedAsync();
        var certificate = await IssueAsync(s, $"Plockade {WordFileTests.Strange}");
        Assert.Contains("Plockade a b c", WordText.Read(s.Test.Get<CertificateFile>().Write(certificate)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_never_says_why_it_ended_what_was_needed_or_who_paid()
    {
        await using var s = await EndedAsync(Form.Arbetstraning);
        var certificate = await IssueAsync(s, null);
        Assert.DoesNotMatch("(?i)sjuk|avbr|pauser|arbetsträning|lönestöd|bidrag|arbetsmarknad", WordText.ReadAll(s.Test.Get<CertificateFile>().Write(certificate)));
    }

    [Fact]
    public async Task It_is_written_when_the_time_is_over_and_never_before()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.ConcludeAsync();
        s.Test.NewScope();
        await AgreementStage.RefusedAsync(Rule.NotAllowedInStatus, () => s.Test.Get<CertificateService>().IssueAsync(s.PlacementId, null, Ct));
    }

    [Fact]
    public async Task That_it_was_written_is_in_the_cases_history_and_a_later_change_of_the_place_does_not_reach_it()
    {
        await using var s = await EndedAsync(by: InterruptedBy.Nobody);
        var certificate = await IssueAsync(s, "Bra.");
        Assert.Equal(1, await s.Test.Db.History.CountAsync(h => h.SubjectId == s.PlacementId && h.Verb == "IntygIssued", Ct));
        Assert.DoesNotContain(await s.Test.Db.History.Select(h => h.Codes).ToListAsync(Ct), c => c.Contains("Bra", StringComparison.Ordinal));
        await s.Test.Db.Workplaces.ExecuteUpdateAsync(u => u.SetProperty(w => w.Name, "Nya namnet"), Ct);
        s.Test.NewScope();
        Assert.Equal("Butiken", (await s.Test.Db.Certificates.AsNoTracking().SingleAsync(c => c.Id == certificate.Id, Ct)).Text.Workplace);
    }

    [Fact]
    public async Task Another_gren_finds_neither_the_placement_nor_the_certificate()
    {
        await using var s = await EndedAsync();
        await IssueAsync(s, null);
        await s.Test.AsAsync(Role.Coordinator, Verksamhetsgren.Skola);
        await Assert.ThrowsAsync<NotFoundException>(() => s.Test.Get<CertificateService>().IssueAsync(s.PlacementId, null, Ct));
        Assert.False(await s.Test.Db.Certificates.AnyAsync(Ct));
        await s.AsEmployerAsync();
        Assert.False(await s.Test.Db.Certificates.AnyAsync(Ct));
    }

    [Fact]
    public async Task That_of_a_protected_person_is_found_only_by_those_who_may_see_protected_identities()
    {
        await using var s = await EndedAsync();
        await s.Test.Db.Placements.ExecuteUpdateAsync(u => u.SetProperty(p => p.IsProtected, true), Ct);
        RoleGrant Grant(Guid user, bool named) => new(user, Role.Coordinator, Verksamhetsgren.Arbetsmarknad, protectedIdentities: named);
        var user = await s.Test.AsAsync(Role.Coordinator);
        await Assert.ThrowsAsync<NotFoundException>(() => s.Test.Get<CertificateService>().IssueAsync(s.PlacementId, null, Ct));

        s.Test.As(v => v.BecomeUser(user, [Grant(user, named: true)]));
        var certificate = await IssueAsync(s, null);
        Assert.True(certificate.IsProtected);
        s.Test.As(v => v.BecomeUser(user, [Grant(user, named: false)]));
        Assert.False(await s.Test.Db.Certificates.AnyAsync(Ct));
    }

    /// <summary>
    /// The paper is shown to employers for years. A new form is added here when somebody has thought of what its name tells.
    /// </summary>
    [Fact]
    public void Every_form_has_an_outward_word_that_says_nothing_of_health_or_support()
    {
        string[] neutral = ["praktik", "språkträning", "arbetsplatsförlagt lärande", "anställning", "prao", "feriejobb"];
        Assert.All(Enum.GetValues<Form>(), f => Assert.Contains(f.Row().OnCertificate, neutral));
        Assert.All(Enum.GetValues<Form>().Where(Tells), f => Assert.Equal("praktik", f.Row().OnCertificate));
        Assert.Equal([Form.Arbetstraning, Form.EgenRegi, Form.AnpassatArbete, Form.AfPraktik, Form.Aktivitet], Enum.GetValues<Form>().Where(Tells));
        Assert.Equal(("språkträning", "anställning", "prao", "feriejobb"),
            (Form.Spraktraning.Row().OnCertificate, Form.Employment.Row().OnCertificate, Form.Prao.Row().OnCertificate, Form.Feriejobb.Row().OnCertificate));
    }

    private static bool Tells(Form form) =>
        Regex.IsMatch(form.Label(), "(?i)arbetsträning|anpassat|aktivitet|arbetsförmedling|regi|stöd|bidrag|rehab|sjuk|hälsa|skyddat|krav");
}
