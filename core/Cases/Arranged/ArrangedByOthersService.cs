using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Arranged;

/// <summary>
/// Anmäl praktik som redan är avtalad: arranged by Arbetsförmedlingen, a school, a supplier or a manager, and recorded
/// here with all that it stands on, in one save: workplace, unpublished offer, placement, claim (docs/vardag.md, Agreed elsewhere).
/// </summary>
public sealed class ArrangedByOthersService(AppDb db, Viewer viewer, TimeProvider clock, ArrangedOffers offers, Bookings bookings, RulebookService rulebook)
{
    public async Task<ArrangedPlacement> RegisterAsync(ArrangedByOthers input, CancellationToken ct)
    {
        ArrangedPlacement? made = null;
        await BookingRetry.RunAsync(db, async () =>
        {
            made = await AddAsync(input, viewer.Stamp(clock), ct);
            await db.SaveChangesAsync(ct);
        });
        return made!;
    }

    private async Task<ArrangedPlacement> AddAsync(ArrangedByOthers input, Stamp stamp, CancellationToken ct)
    {
        var participant = input.ParticipantId is { } id ? await ParticipantAsync(id, ct) : null;
        var gren = participant?.Gren ?? input.Gren;
        RuleBreachException.When(!viewer.Grenar.Contains(gren), Rule.NotYours, nameof(input.Gren));
        OfferTransitions.Table.RequireRole(OfferAction.Propose, viewer.RolesIn(gren));
        var sex = participant?.Sex ?? input.Sex ?? throw new RuleBreachException(Rule.Required, nameof(input.Sex));

        var (offer, workplace) = await offers.AddAsync(input.At, Details(input), byOthers: true, stamp, ct);
        var rules = (await rulebook.OnAsync(offer.From, ct)).Of(input.Form);
        var placement = Placement.Arranged(participant, gren, sex, input.ReferredBy, offer, stamp);
        List<RuleBreachException> objections =
        [
            .. PlanLimits.Against(participant?.BirthDate, placement.Period, offer.Pattern, placement.Cells, rules),
            .. await bookings.HoldArrangedAsync(placement, offer, workplace, stamp, ct),
        ];
        // Another authority has decided: that stands, and whoever registers it is told.
        var isOurs = input.Form.Row().IsOurDecision;
        if (isOurs && objections.Count > 0)
            throw objections[0];
        if (input.DoneOn is { } doneOn)
            placement.RecordPaper(doneOn, await NameAsync(stamp, ct), Blank(input.Reference), stamp);
        if (input.On is { } started)
        {
            var missing = new BeforeStartFacts(participant?.BirthDate, workplace.ExtractRequired, null, null, false, null, null).MissingOn(started);
            placement.Start(started, isOurs ? missing : [], stamp);
            if (missing.Count > 0)
                objections.Add(new RuleBreachException(Rule.BeforeStartIncomplete, nameof(input.On), BeforeStartFacts.Words(missing)));
        }
        placement.Acknowledge([.. Soft(objections)], new([.. Enum.GetValues<SoftRule>()], AcknowledgeReason.DecidedElsewhere), stamp);
        db.Placements.Add(placement);
        return new(placement.Id, objections);
    }

    // What has a soft rule of its own is kept on the case; the page tells all of it once.
    private static IEnumerable<Warning> Soft(IEnumerable<RuleBreachException> objections) => objections.Select(o => o.Rule).Distinct().Select(rule => rule switch
    {
        Rule.AgeOutsideForm => SoftRule.AgeOfOthersDecision,
        Rule.PeriodTooLong => SoftRule.LengthOfOthersDecision,
        Rule.WorkplaceFull => SoftRule.WorkplaceCeiling,
        _ => (SoftRule?)null,
    }).OfType<SoftRule>().Select(soft => new Warning(soft, ""));

    private static OfferDetails Details(ArrangedByOthers input) => new()
    {
        WorkplaceId = default,
        Form = input.Form,
        Title = Blank(input.Title) ?? input.Form.Row().Outward.Name.Capital(),
        Tasks = "",
        From = input.From,
        To = input.To,
        Pattern = input.Pattern,
    };

    private async Task<Participant> ParticipantAsync(Guid id, CancellationToken ct) =>
        await db.Participants.Include(p => p.Person).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException("Participant");

    private Task<string> NameAsync(Stamp stamp, CancellationToken ct) =>
        db.Users.Where(u => u.Id == stamp.UserId).Select(u => u.DisplayName).SingleAsync(ct);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Objections">What our rules have against another's decision, which was recorded all the same.</param>
public sealed record ArrangedPlacement(Guid Id, IReadOnlyList<RuleBreachException> Objections);

public sealed record ArrangedByOthers
{
    /// <summary>Whose the placement is; a participant's own gren wins.</summary>
    public required Verksamhetsgren Gren { get; init; }

    /// <summary>Null registers it without a name.</summary>
    public Guid? ParticipantId { get; init; }

    /// <summary>For statistics, when there is no participant.</summary>
    public Sex? Sex { get; init; }

    public required Form Form { get; init; }
    public required Referrer ReferredBy { get; init; }
    public required ArrangedWorkplace At { get; init; }

    /// <summary>What the person does there; null is what the form is called outwards, since the workplace reads it.</summary>
    public string? Title { get; init; }

    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required IReadOnlyList<CellTime> Pattern { get; init; }

    /// <summary>Date of the document that the placement stands on; null when it is not done.</summary>
    public DateOnly? DoneOn { get; init; }
    public string? Reference { get; init; }

    /// <summary>The first day there, when it has been.</summary>
    public DateOnly? On { get; init; }
}
