using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Desk.RuleEffects;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Admin.Rules;

/// <summary>One rule: the values it has had, and a new one, which is previewed before it is saved.</summary>
[AllowRoles(Role.Administrator)]
public sealed class EditModel(AppDb db, RulebookService rulebook, TimeProvider clock) : AppPage
{
    public sealed record RuleInput
    {
        [Required] public DateOnly? From { get; init; }
        [Required, StringLength(1000)] public string Value { get; init; } = "";
        [Required, StringLength(200)] public string Source { get; init; } = "";
    }

    [FromRoute] public string Subject { get; set; } = "";
    [FromRoute] public Limit Limit { get; set; }
    [BindProperty] public RuleInput Input { get; set; } = new();

    /// <summary>Which button: «Se vad det påverkar» or «Spara».</summary>
    [BindProperty] public bool Save { get; set; }

    public IReadOnlyList<RuleValue> Values { get; private set; } = [];
    public RuleValue Now { get; private set; } = null!;
    public RuleEffect? Effect { get; private set; }

    protected override async Task LoadAsync()
    {
        var rules = await rulebook.ReadAsync(Ct);
        Values = [.. rules.History(Subject, Limit).Reverse()];
        Now = rules.On(clock.Today()).Find(Subject, Limit) ?? throw new NotFoundException("Rule");
    }

    public void OnGet() => Input = new() { Value = Now.Value };

    public async Task<IActionResult> OnPostAsync()
    {
        var set = new SetRule { Subject = Subject, Limit = Limit, From = Input.From!.Value, Value = Input.Value, Source = Input.Source };
        rulebook.Check(set, clock.Today());
        if (!Save)
        {
            Effect = await RuleEffect.OfAsync(db, await rulebook.ReadAsync(Ct), Subject, Limit, set.From, set.Value.Trim(), Ct);
            return Page();
        }
        await rulebook.SetAsync(set, Ct);
        var message = $"Regeln är satt från {set.From.Written()}.";
        return ReminderRules.ReminderOf(Subject) is { } id ? Done("/Admin/Reminders/Show", message, new { id }) : Done("Index", message);
    }
}
