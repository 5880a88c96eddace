using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Hosting;
using EnVagUt.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Visitor.FirstDays;

/// <summary>«Kom deltagaren?»: two buttons, no names.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class CameModel(FirstDayQuestionService questions, Municipality municipality) : LinkPage
{
    /// <summary>Null when the link does not hold, whatever the reason.</summary>
    public AskedFirstDay? Asked { get; private set; }

    public string Contact => municipality.Contact;

    [BindProperty] public bool? Came { get; set; }

    protected override async Task LoadAsync()
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Asked = await questions.ReadAsync(Key, Ct);
        IsLive = Asked is not null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Asked is not null && Came is null, Rule.Required, nameof(Came));
        await questions.AnswerAsync(Key, Came == true, Ct);
        return RedirectToPage("Thanks");
    }
}
