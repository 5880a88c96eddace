using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Questions;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class AnswerModel(AppDb db, QuestionService questions) : AppPage
{
    public sealed record Shown(string Text, string? Name, string? Organisation, string Email, string? Phone, DateTime AskedAt,
        QuestionStatus Status, string? AnswerText, DateTime? AnsweredAt, string? AnsweredBy);

    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AnswerInput Input { get; set; } = new();

    public Shown Question { get; private set; } = null!;

    protected override async Task LoadAsync() =>
        Question = await db.Questions.AsNoTracking().Where(q => q.Id == Id)
            .Select(q => new Shown(q.Text, q.Name, q.Organisation, q.Email, q.Phone, q.AskedAt, q.Status, q.AnswerText, q.AnsweredAt,
                db.Users.Where(u => u.Id == q.AnsweredById).Select(u => u.DisplayName).FirstOrDefault()))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Question");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await questions.AnswerAsync(Id, Input, Ct);
        return Done("/Staff/Questions/Index", "Svaret är skickat.");
    }

    public string At(DateTime utc) => utc.Clocked();
}
