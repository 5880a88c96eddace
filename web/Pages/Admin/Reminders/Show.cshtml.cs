using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Admin.Reminders;

/// <summary>One reminder: its rules, which are changed as all other dated rules, and its letters.</summary>
[AllowRoles(Role.Administrator)]
public sealed class ShowModel(RulebookService rulebook, CaseReminders reminders, LetterTemplates templates, LetterSamples samples, TimeProvider clock) : AppPage
{
    public const int Most = 20;

    public sealed record RuleRow(string Label, RuleValue Now, RuleValue? Next);

    [FromRoute] public string Id { get; set; } = "";

    public Reminder Reminder { get; private set; } = null!;
    public ReminderRules Now { get; private set; } = null!;
    public string When { get; private set; } = "";
    public IReadOnlyList<RuleRow> Rules { get; private set; } = [];
    public IReadOnlyList<CameReminder> Latest { get; private set; } = [];
    public IReadOnlyList<(string Name, Letter Letter)> Letters { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Reminder = ReminderCatalogue.Find(Id) ?? throw new NotFoundException(nameof(Core.Desk.Reminders.Reminder));
        var (rules, today) = (await rulebook.ReadAsync(Ct), clock.Today());
        Now = ReminderRules.Of(Reminder, rules, today);
        When = ReminderWords.When(Reminder, Now);
        RuleRow Row(string label, (string Subject, Limit Limit) key) =>
            new(label, rules.On(today).Find(key.Subject, key.Limit)!, rules.History(key.Subject, key.Limit).FirstOrDefault(v => v.ValidFrom > today));
        Rules =
        [
            Row("På eller av", (Reminder.Subject, Limit.ReminderOn)),
            // A rule that says the number for more than the reminder has its unit in its own name.
            .. Reminder.Steps.Select((step, i) => Row(step.SharedRule is { } shared ? shared.Limit.Label() : $"{Reminder.StepLimits[i].Label()}, {step.Unit.Label()}", Reminder.RuleOf(i))),
        ];
        Latest = await reminders.LatestAsync(Reminder, Most, Ct);
        Letters = [.. Reminder.Steps.Select(s => s.Template).Distinct().Select(t => (t, templates.Render(t, samples.For(t))))];
    }

    public void OnGet()
    {
    }
}
