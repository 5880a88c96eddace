using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Common;

/// <summary>What a minor needs before the start, noted by the coordinator who is acting.</summary>
public static class BeforeStartStage
{
    /// <param name="except">Takes away what a test wants to be missing.</param>
    public static async Task NoteBeforeStartAsync(this CoreTest t, Guid placementId, Func<BeforeStartDetails, BeforeStartDetails>? except = null)
    {
        var today = t.Clock.Today();
        var placement = await t.Db.Placements.AsNoTracking().SingleAsync(p => p.Id == placementId);
        var supervisor = placement.SupervisorId
            ?? await t.Get<EmployerService>().AddSupervisorAsync(placement.WorkplaceId, new SupervisorDetails { Name = "Sam Handledare" }, default);
        var details = new BeforeStartDetails
        {
            RiskAssessedOn = today, RiskAccepted = true, RiskAssessedBy = "Sam Handledare", SupervisorId = supervisor,
            GuardianInformedOn = today, GuardianInformedBy = "Kim Konsulent", ForbiddenTasksShownOn = today,
        };
        await t.Get<BeforeStartService>().RecordAsync(placementId, except?.Invoke(details) ?? details, default);
    }
}
