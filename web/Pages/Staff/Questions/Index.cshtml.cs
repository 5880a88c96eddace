using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Questions;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class IndexModel(AppDb db, TimeProvider clock) : AppPage
{
    public sealed record Row(Guid Id, string Text, string? Name, string? Organisation, DateTime AskedAt, QuestionStatus Status)
    {
        public string Beginning => Text.Length > 90 ? $"{Text[..(Text.LastIndexOf(' ', 90) is > 40 and var space ? space : 90)]} …" : Text;
    }

    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    public KeyPage<Row> Questions { get; private set; } = KeyPage<Row>.None;

    protected override async Task LoadAsync() =>
        Questions = await db.Questions.AsNoTracking().ReadPageAsync(q => q.SortKey,
            q => new Row(q.Id, q.Text, q.Name, q.Organisation, q.AskedAt, q.Status),
            Before, After, Ct);

    public void OnGet()
    {
    }

    public string Day(Row q) => q.AskedAt.StockholmDate().Brief();

    public string Age(Row q) => clock.Today().WorkingDaysSince(q.AskedAt.StockholmDate()) switch
    {
        0 => "kom in i dag",
        1 => "1 arbetsdag",
        var days => $"{days} arbetsdagar",
    };

    public bool IsLate(Row q) => q.Status == QuestionStatus.Unanswered && clock.Today() > Question.DueDay(q.AskedAt);
}
