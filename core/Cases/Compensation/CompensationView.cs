using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;

namespace EnVagUt.Core.Cases.Compensation;

/// <summary>A decision of an employment with what has been asked for, as pages and reminders read it.</summary>
public sealed record CompensationView
{
    public required Guid PlacementId { get; init; }
    public required Guid EmployerId { get; init; }
    public required Guid DecisionId { get; init; }
    public required Lonestod Kind { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required bool AfHasData { get; init; }
    public required DateOnly StartedOn { get; init; }
    public DateOnly? EndedOn { get; init; }
    public required string Title { get; init; }
    public required string Workplace { get; init; }

    /// <summary>As it was released to the workplace; null when the employment ended too long ago for the reader.</summary>
    public string? Person { get; init; }
    public required List<RequestedMonth> Requests { get; init; }

    public Period Period => new(From, To);

    /// <summary>Empty when Arbetsförmedlingen has the data already: the clock is off.</summary>
    public IReadOnlyList<CompensationMonth> Months(RuleSet rules, DateOnly today) => AfHasData ? [] : CompensationMonths.Until(today, rules,
        new CompensatedDecision(Kind, Period, new Period(StartedOn, EndedOn), Requests.ToDictionary(r => r.Month, r => r.RequestedOn)));

    /// <summary>The decisions of placements that have begun and were not registered by mistake.</summary>
    /// <param name="namedSince">Those who ended before are not named.</param>
    public static IQueryable<CompensationView> Of(AppDb db, IQueryable<Placement> placements, DateOnly namedSince = default) =>
        from p in placements
        where p.Ending.VoidedAt == null && p.StartedOn != null
        from s in p.Supports
        orderby s.From, s.Seq
        select new CompensationView
        {
            PlacementId = p.Id,
            EmployerId = p.EmployerId,
            DecisionId = s.Id,
            Kind = s.Kind,
            From = s.From,
            To = s.To,
            AfHasData = s.AfHasDataAt != null,
            StartedOn = p.StartedOn!.Value,
            EndedOn = p.Ending.EndedOn,
            Title = db.Offers.Where(o => o.Id == p.OfferId).Select(o => o.Title).First(),
            Workplace = db.Workplaces.Where(w => w.Id == p.WorkplaceId).Select(w => w.Name).First(),
            Person = p.Ending.EndedOn != null && p.Ending.EndedOn < namedSince ? null
                : p.Releases.Where(r => r.WithdrawnAt == null).OrderByDescending(r => r.ReleasedAt).Select(r => r.FirstName + " " + r.LastName).FirstOrDefault(),
            Requests = db.CompensationRequests.Where(r => r.SupportDecisionId == s.Id).OrderBy(r => r.Month)
                .Select(r => new RequestedMonth(r.Month, r.RequestedOn, r.NotedAt, db.Users.Where(u => u.Id == r.NotedBy).Select(u => u.DisplayName).FirstOrDefault())).ToList(),
        };

    /// <summary>Those whose money may still be had: the clock runs on after the decision has ended.</summary>
    public static IQueryable<Placement> StillClaimable(AppDb db, IQueryable<Placement> placements, RuleSet rules, DateOnly today)
    {
        var kinds = Enum.GetValues<Lonestod>().Where(k => CompensationMonths.HasClock(rules, k, today)).ToArray();
        var longest = kinds.Length == 0 ? 0 : kinds.Max(k => rules.On(today).Number(k.ToString(), Limit.ClaimDays) ?? 0);
        // A decision that ended early in a month has its clock start at the month's end.
        var oldest = today.AddDays(-longest).AddMonths(-1);
        // From the few decisions to their placements, not the other way round.
        var supported = db.Set<SupportDecision>().Where(s => kinds.Contains(s.Kind) && s.To >= oldest).Select(s => s.PlacementId);
        return placements.Where(p => p.StartedOn != null && p.Ending.VoidedAt == null && supported.Contains(p.Id));
    }
}

public sealed record RequestedMonth(DateOnly Month, DateOnly RequestedOn, DateTime NotedAt, string? NotedBy);
