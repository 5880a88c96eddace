using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.History;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using EnVagUt.Web.Pages.Employer.Agreements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Requests;

/// <summary>One person, as far as the employer may see: the request, then who is coming and who is here.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class ShowModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog, EmployerAnswerService answers) : RequestPage(db, viewer, clock, readLog)
{
    /// <summary>The latest that has been sent; none when it was not held.</summary>
    public AgreementView? Agreement { get; private set; }

    public sealed record Recorded(string Verb, DateTime At, BehalfChannel Channel, string SaidBy)
    {
        public string Words => $"{HistoryWords.For(nameof(Core.Cases.Placements.Placement), Verb)}, {At.StockholmDate().Written()}. {Channel.Label()}, {SaidBy}.";
    }

    /// <summary>What the municipality has written down for the workplace.</summary>
    public IReadOnlyList<Recorded> OnBehalf { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        OnBehalf = await Db.Behalves.AsNoTracking().Where(b => b.CaseId == Id).OrderBy(b => b.RecordedAt).Select(b => new Recorded(b.Act, b.RecordedAt, b.Channel, b.SaidBy)).Take(20).ToListAsync(Ct);
        if (Placement.Name is not null)
            Agreement = await AgreementView.Of(EmployerAgreementPage.Sent(Db, Id).Where(a => a.VoidedAt == null)).FirstOrDefaultAsync(Ct);
    }

    public void OnGet()
    {
    }

    /// <summary>Vi vill träffas först.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await answers.AnswerAsync(Id, EmployerAnswer.MeetFirst, Ct);
        return Done("Show", "Tack! Vi hör av oss om en tid att träffas.", new { Id });
    }
}
