using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Hosting;
using EnVagUt.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Visitor.Requests;

/// <summary>A request, answered by the link in its letter: no account, and nothing that says who it is about.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class AnswerModel(EmployerAnswerService answers, Municipality municipality) : LinkPage
{
    /// <summary>Null when the link does not hold, whatever the reason.</summary>
    public LinkedRequest? Asked { get; private set; }

    public Municipality Municipality => municipality;

    [BindProperty] public AnswerKind? Kind { get; set; }
    [BindProperty] public NoCode? Code { get; set; }
    [BindProperty, StringLength(80)] public string? Supervisor { get; set; }

    protected override async Task LoadAsync()
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Asked = await answers.ReadAsync(Key, Ct);
        IsLive = Asked is not null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Kind is null, Rule.Required, nameof(Kind));
        await answers.AnswerByLinkAsync(Key, new EmployerAnswer(Kind!.Value, Kind == AnswerKind.No ? Code : null, Supervisor: new ChosenSupervisor(Name: Supervisor)), Ct);
        return RedirectToPage("Thanks", new { svar = Kind });
    }
}
