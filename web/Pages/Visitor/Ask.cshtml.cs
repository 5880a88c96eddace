using EnVagUt.Core.Desk.Questions;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Visitor;

[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class AskModel(QuestionService questions) : AppPage
{
    [BindProperty] public QuestionInput Input { get; set; } = new();

    /// <summary>A field that people do not see. Whoever fills it in is a program, and is thanked for nothing.</summary>
    [BindProperty] public string? Website { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Website))
            await questions.AskAsync(Input, Ct);
        return RedirectToPage("/Visitor/Asked");
    }
}
