using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Visitor;

[AllowAnonymous]
public sealed class AskedModel(TimeProvider clock) : AppPage
{
    public DateOnly DueDay { get; } = Question.DueDay(clock.UtcNow());

    public void OnGet()
    {
    }
}
