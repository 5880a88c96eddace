using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using Microsoft.EntityFrameworkCore;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>An own förvaltning must budget for the time after the decision.</summary>
public sealed class SupportEndsBudget() : PlacementReminder("stodbeslut-budget", "Stödbeslut som tar slut, egen förvaltning", Workplace, "beslutets sista dag",
    DaysBefore(90, "stodbeslut-tar-slut-budget"))
{
    public override string Condition => "anställningen pågår hos en egen förvaltning, längre än det senaste stödbeslutet";

    public override bool IsQuietable => false;

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        SupportEndsForWorkplace.Ending(Live(db).Where(p => db.Employers.Any(e => e.Id == p.EmployerId && e.UnitId != null)), window);
}

public sealed class SupportEndsForWorkplace() : PlacementReminder("stodbeslut-arbetsplats", "Stödbeslut som tar slut", Workplace, "beslutets sista dag",
    DaysBefore(56, "stodbeslut-tar-slut-arbetsplats"),
    DaysBefore(28, "stodbeslut-tar-slut-arbetsplats"))
{
    public override string Condition => "anställningen pågår, längre än det senaste stödbeslutet";

    public override bool IsQuietable => false;

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => Ending(Live(db), window);

    /// <summary>The newest decision of an employment that goes on after it.</summary>
    internal static IQueryable<PlacementDay> Ending(IQueryable<Placement> placements, ReminderWindow window) =>
        from p in placements
        where p.StartedOn != null && p.Ending.EndedOn == null
        from s in p.Supports
        where s.To >= window.From && s.To <= window.Through && (p.To == null || p.To > s.To) && !p.Supports.Any(later => later.To > s.To)
        select new PlacementDay { Placement = p, On = s.To, At = null };
}

public sealed class SupportEndsForCoordinator() : PlacementReminder("stodbeslut-samordnare", "Stödbeslut som tar slut", Coordinator, "beslutets sista dag",
    DaysBefore(56, "stodbeslut-tar-slut"),
    DaysBefore(28, "stodbeslut-tar-slut"))
{
    public override string Condition => "anställningen pågår, längre än det senaste stödbeslutet";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) => SupportEndsForWorkplace.Ending(Live(db), window);
}

/// <summary>A month of nystartsjobb whose money nobody has asked for: after 180 days it is lost (förordning 2018:43 30 §).</summary>
public sealed class CompensationToAskFor() : PlacementReminder("nystartsjobb", "Ersättning att begära", Workplace, "månadens sista dag",
    DaysAfter(120, "ersattning-att-begara") with { SharedRule = (nameof(Lonestod.Nystartsjobb), Limit.ClaimFirstWarnDays) },
    DaysAfter(160, "ersattning-att-begara") with { SharedRule = (nameof(Lonestod.Nystartsjobb), Limit.ClaimLastWarnDays) })
{
    public override string Condition => "ersättningen för månaden kan begäras och inte är begärd";

    public override bool IsQuietable => false;

    public override string PathOf(Guid caseId) => "/arbetsgivare/ersattning";

    protected override IQueryable<PlacementDay> Days(AppDb db, ReminderWindow window) =>
        CompensationView.StillClaimable(db, Live(db), window.Rules, window.Today).Select(p => new PlacementDay { Placement = p, On = p.From, At = null });

    internal override async Task<List<DueCase>> ExpandAsync(AppDb db, ReminderWindow window, List<DueCase> cases, CancellationToken ct)
    {
        var views = new List<CompensationView>();
        foreach (var ids in cases.Select(c => c.CaseId).Chunk(500))
            views.AddRange(await CompensationView.Of(db, db.Placements.AsNoTracking().Where(p => ids.Contains(p.Id)), DateOnly.MaxValue).ToListAsync(ct));
        var months = views.ToLookup(v => v.PlacementId, v => v.Months(window.Rules, window.Today));
        return [.. cases.SelectMany(c => months[c.CaseId].SelectMany(m => m)
            .Where(m => m.RequestedOn is null && m.LastDay >= window.Today)
            .Select(m => CompensationMonths.LastOf(m.Month)).Distinct()
            .Where(day => day >= window.From && day <= window.Through)
            .Select(day => c with { On = day }))];
    }
}
