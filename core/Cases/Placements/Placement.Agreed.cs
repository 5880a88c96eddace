using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Placements that somebody else has arranged, with or without a name, and placements that continue another.</summary>
public sealed partial class Placement
{
    /// <summary>Who had arranged it when it was registered here as agreed; null for all that began as a proposal.</summary>
    public Referrer? ReferredBy { get; private set; }

    /// <summary>Counts among slots, ceilings and placements, and never as a person.</summary>
    public bool IsNameless => PersonId is null;

    /// <summary>Redan avtalad: the workplace's yes is a fact from the beginning; what it holds is all of the offer's one slot.</summary>
    internal static Placement Agreed(Participant? participant, Verksamhetsgren gren, Sex sex, Referrer referredBy, Offer offer, Stamp stamp)
    {
        var slot = offer.Slots[0];
        var placement = new Placement
        {
            ParticipantId = participant?.Id,
            PersonId = participant?.PersonId,
            Gren = gren,
            IsProtected = participant?.IsProtected ?? false,
            Sex = sex,
            ReferredBy = referredBy,
            OfferId = offer.Id,
            SlotId = slot.Id,
            EmployerId = offer.EmployerId,
            WorkplaceId = slot.WorkplaceId,
            Form = offer.Form,
            From = slot.From,
            To = slot.To,
            CellMask = slot.CellMask,
            ExtentPercent = slot.Pattern.ExtentPercent(slot.Cells),
            CoordinatorId = stamp.UserId,
            ProposedAt = stamp.At,
            EmployerAnsweredAt = stamp.At,
            EmployerSaidYes = true,
            LettersStoppedAt = participant?.Person.Gone is null ? null : stamp.At,
        };
        placement.SortKey = LatestFirst(slot.From, placement.Id);
        placement.NotePlan(stamp);
        if (participant is null)
            placement.Fact(stamp, FactKind.Sex, slot.From, sex);
        placement.Settle(stamp, "AgreedElsewhere", offer.Form.ToString(), referredBy.ToString());
        return placement;
    }

    /// <summary>Fortsättning av: days, lock-in and progression go on; supervisor and agreement do not follow.</summary>
    internal void Continue(Placement earlier, Stamp stamp)
    {
        RuleBreachException.When(earlier.StartedOn is null || earlier.VoidedAt is not null, Rule.ContinuesUnstarted);
        RuleBreachException.When(From < earlier.StartedOn, Rule.ContinuesLater, nameof(From), earlier.StartedOn!.Value.Written());
        ContinuesId = earlier.Id;
        Settle(stamp, "Continued");
    }

    /// <summary>
    /// What the form's and the minors' rules have against the placement: our own decision is refused by it, another
    /// authority's is recorded all the same. Without a birth date nothing is known of age.
    /// </summary>
    internal IEnumerable<RuleBreachException> Objections(DateOnly? birthDate, WeeklyPattern pattern, FormRules rules)
    {
        if (birthDate is { } born)
        {
            var age = Age.On(born, From);
            if (age < rules.MinAge || age > rules.MaxAge)
                yield return new RuleBreachException(Rule.AgeOutsideForm, nameof(From), Form.Label(), $"{rules.MinAge}–{rules.MaxAge}");
            foreach (var fault in MinorWork.Faults(born, rules, Period, pattern, Cells))
                yield return fault.ToBreach();
        }
        if (rules.LongestMonths is { } months && Period.Last >= From.AddMonths(months))
            yield return new RuleBreachException(Rule.PeriodTooLong, nameof(To), months);
    }
}
