using EnVagUt.Core.Access;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Reminders;
using EnVagUt.Core.Rulebook;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Admin.Reminders;

/// <summary>One reminder: its rules, which are changed as all other dated rules, and its letters.</summary>
[AllowRoles(Role.Administrator)]
public sealed class ShowModel(RulebookService rulebook, LetterTemplates templates, LetterSamples samples, TimeProvider clock) : AppPage
{
    public sealed record RuleRow(string Label, RuleValue Now, RuleValue? Next);

    [FromRoute] public string Id { get; set; } = "";

    public Reminder Reminder { get; private set; } = null!;
    public ReminderRules Now { get; private set; } = null!;
    public string When { get; private set; } = "";
    public IReadOnlyList<RuleRow> Rules { get; private set; } = [];
    public IReadOnlyList<(string Name, Letter Letter)> Letters { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Reminder = ReminderCatalogue.Find(Id) ?? throw new NotFoundException(nameof(Core.Reminders.Reminder));
        var (rules, today) = (await rulebook.ReadAsync(Ct), clock.Today());
        Now = ReminderRules.Of(Reminder, rules, today);
        When = ReminderWords.When(Reminder, Now);
        Rules = [.. Reminder.RuleKeys.Select(k => new RuleRow(
            k.Limit == Limit.ReminderOn ? "På eller av" : $"{k.Limit.Label()}{(Reminder.StepLimits.Contains(k.Limit) ? $", {Reminder.Steps[Reminder.StepLimits.ToList().IndexOf(k.Limit)].Unit.Label()}" : "")}",
            rules.On(today).Find(k.Subject, k.Limit)!, rules.History(k.Subject, k.Limit).FirstOrDefault(v => v.ValidFrom > today)))];
        Letters = [.. Reminder.Steps.Select(s => s.Template).Distinct().Select(t => (t, templates.Render(t, samples.For(t))))];
    }

    public void OnGet()
    {
    }
}
