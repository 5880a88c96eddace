using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>Agreements that the parties approve in turn, answers for the first day, and intyg at the end.</summary>
internal sealed class DemoPapers(DemoStage stage, DemoLogins logins)
{
    private static readonly string[] Goals =
    [
        "Pröva på yrket och få vana vid arbetstider och arbetskamrater.", "Få arbetslivserfarenhet och en referens från en arbetsplats.",
        "Ta reda på om yrket passar, och lära sig de vanligaste arbetsuppgifterna.",
    ];

    /// <param name="waitsFor">Whose approval has not come; null when all have approved.</param>
    /// <param name="number">Which case of the workplace it is: what varies, varies by it.</param>
    public async Task AgreeAsync(Actor coordinator, Guid placementId, Guid employerId, Approver? waitsFor, int number)
    {
        await stage.DoAsync<AgreementService>(coordinator, s => s.DraftAsync(placementId, default));
        var draft = await stage.ReadAsync(db => db.Agreements.AsNoTracking().SingleAsync(a => a.PlacementId == placementId));
        await stage.DoAsync<AgreementService>(coordinator, s => s.ReviseAsync(placementId,
            new ReviseAgreement(draft.Version, new AgreementWords(Goals[number % Goals.Length], draft.Terms.Adaptations, draft.Terms.Introduction)), default));
        await DoAsync(placementId, version => stage.DoAsync<AgreementService>(coordinator, s => s.SendAsync(placementId, version, default)));
        foreach (var approver in ApprovalOrder.Of(draft.Form, draft.NeedsGuardian).TakeWhile(a => a != waitsFor))
            await DoAsync(placementId, version => ApproveAsync(coordinator, placementId, employerId, approver, version));
    }

    private Task ApproveAsync(Actor coordinator, Guid placementId, Guid employerId, Approver approver, Guid version) => approver switch
    {
        Approver.Workplace when logins.Own(employerId) is { } own => stage.DoAsync<EmployerAgreementService>(own, s => s.ApproveAsync(placementId, version, default)),
        Approver.Workplace => stage.DoAsync<AgreementService>(coordinator, s => s.RecordApprovalAsync(placementId,
            new RecordApproval(version, approver, new GivenApproval(ApprovalWay.OnPaper) { GivenBy = "Arbetsplatsens kontaktperson", SignedOn = stage.Today, SeenBy = "Samordnaren" }), default)),
        Approver.Municipality => stage.DoAsync<AgreementService>(coordinator, s => s.ApproveAsync(placementId, version, default)),
        _ => stage.DoAsync<AgreementService>(coordinator, s => s.RecordApprovalAsync(placementId,
            new RecordApproval(version, approver, new GivenApproval(ApprovalWay.OnScreen) { GivenBy = approver == Approver.Guardian ? "Gull Vårdnadshavare" : null }), default)),
    };

    public Task IssueAsync(Actor coordinator, Guid placementId) => stage.AskAsync<CertificateService, Guid>(coordinator,
        s => s.IssueAsync(placementId, "Har skött sina uppgifter väl, kommit i tid och varit en bra arbetskamrat.", default));

    /// <summary>Two workplaces of three have answered, one of them not everything.</summary>
    public async Task TellFirstDaysAsync(IReadOnlyList<DemoPlace> places)
    {
        for (var i = 0; i < places.Count; i++)
            if (i % 3 is var kind and > 0)
            {
                var (id, answers) = (places[i].WorkplaceId, Answers(i, everything: kind == 1));
                await stage.DoAsync<EmployerService>(logins.Coordinator, s => s.TellFirstDayAsync(id, answers, default));
            }
    }

    public static FirstDayAnswers Answers(int number, bool everything) => new()
    {
        Entrance = number % 2 == 0 ? "Huvudingången, säg till i receptionen." : "Personalingången på baksidan, ring på klockan.",
        GettingThere = everything ? $"Buss {10 + number % 6} stannar 200 meter från ingången. Det finns cykelställ." : null,
        Clothes = number % 2 == 0 ? "Vanliga kläder. Arbetskläder får du av oss." : "Oömma kläder och skor som sitter bra på foten.",
        SickCallName = everything ? "arbetsledaren" : null,
        SickCallPhone = everything ? $"08-465 004 {10 + number % 80}" : null,
    };

    private async Task DoAsync(Guid placementId, Func<Guid, Task> work) =>
        await work(await stage.ReadAsync(db => db.Agreements.Where(a => a.PlacementId == placementId).Select(a => a.Version).SingleAsync()));
}
