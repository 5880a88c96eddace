using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>The paper that the placement stands on: our own överenskommelse, or somebody else's document.</summary>
public sealed record PaperFacts
{
    internal static readonly PaperFacts Missing = new();

    public DateOnly? DoneOn { get; private init; }
    public string? SeenBy { get; private init; }

    /// <summary>Reference of somebody else's document, when the form is papered by one.</summary>
    public string? Reference { get; private init; }

    internal static PaperFacts Of(Form form, DateOnly doneOn, string seenBy, string? reference, Stamp stamp)
    {
        RuleBreachException.When(doneOn > stamp.Today, Rule.DateImpossible, nameof(DoneOn));
        RuleBreachException.When(string.IsNullOrWhiteSpace(seenBy), Rule.Required, nameof(SeenBy));
        RuleBreachException.When(form.Row().Paper == Paper.OthersDocument && string.IsNullOrWhiteSpace(reference), Rule.Required, nameof(Reference));
        return new() { DoneOn = doneOn, SeenBy = seenBy.Trim(), Reference = reference?.Trim() };
    }
}
