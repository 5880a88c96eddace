using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;

namespace EnVagUt.Web.Pages.Admin.Rules;

/// <summary>Every dated rule as it stands today, where it comes from, and what is to come.</summary>
[AllowRoles(Role.Administrator)]
public sealed class IndexModel(RulebookService rulebook, TimeProvider clock) : AppPage
{
    /// <param name="Next">The value that has been set but whose day has not come.</param>
    public sealed record Row(RuleValue Now, RuleValue? Next);

    public IReadOnlyList<IGrouping<string, Row>> Subjects { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var (rules, today) = (await rulebook.ReadAsync(Ct), clock.Today());
        Subjects = [.. ShippedRules.Rows.Select(r => (r.Subject, r.Limit)).Distinct()
            .Select(r => new Row(rules.On(today).Find(r.Subject, r.Limit)!, rules.History(r.Subject, r.Limit).FirstOrDefault(v => v.ValidFrom > today)))
            .GroupBy(r => r.Now.Subject)];
    }

    public void OnGet()
    {
    }
}
