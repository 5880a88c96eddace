using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Fields;

/// <summary>
/// The shape of every page. <see cref="LoadAsync"/> fetches what the page shows before GET and POST alike, so a refused
/// POST is rendered whole; a POST whose fields are badly shaped never reaches its handler; a rule breach thrown by a
/// service becomes a message beside its field and in the summary (422), nothing typed lost.
/// </summary>
public abstract class AppPage : PageModel
{
    private RuleTexts Texts => HttpContext.RequestServices.GetRequiredService<RuleTexts>();

    protected CancellationToken Ct => HttpContext.RequestAborted;

    /// <summary>A refused form comes back as it was filled in, even when what it is about has gone on meanwhile.</summary>
    public bool CameBack => HttpMethods.IsPost(Request.Method);

    /// <summary>Loads what the page shows. Throws <see cref="NotFoundException"/> when the row is missing or not the viewer's.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        try
        {
            await LoadAsync();
        }
        catch (NotFoundException)
        {
            await RefusedReading.NoteAsync(HttpContext);
            context.Result = NotFound();
            return;
        }
        var post = !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method);
        if (post && !ModelState.IsValid)
        {
            context.Result = Refused();
            return;
        }
        var executed = await next();
        if (Breach(executed.Exception) is { } breach)
        {
            ModelState.AddModelError(FieldName(breach.Field), Texts.For(breach));
            executed.Result = Refused();
            executed.ExceptionHandled = true;
        }
        else if (executed.Exception is NotFoundException)
        {
            await RefusedReading.NoteAsync(HttpContext);
            executed.Result = NotFound();
            executed.ExceptionHandled = true;
        }
    }

    /// <summary>After a change: say what was done, then redirect, so that reload does nothing twice.</summary>
    protected RedirectToPageResult Done(string page, string message, object? values = null)
    {
        TempData["Done"] = message;
        return RedirectToPage(page, values);
    }

    protected IActionResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // Two who save the same row at once: the database let one through, the other reads that it has changed, or may try again.
    private RuleBreachException? Breach(Exception? e) => e switch
    {
        null => null,
        RuleBreachException breach => breach,
        DbUpdateConcurrencyException => new RuleBreachException(Rule.ChangedByAnother),
        _ => HttpContext.RequestServices.GetRequiredService<DatabaseDialect>().IsLostRace(e) ? new RuleBreachException(Rule.TooManyRetries) : null,
    };

    // A service names its input record's property; on the page it may be bound flat as X or in a form as Input.X. What was
    // not ticked, or not shown the first time, sent nothing, so the page is asked too.
    private string FieldName(string? field) => field is null
        ? ""
        : ModelState.Keys.FirstOrDefault(k => k == field || k.EndsWith("." + field, StringComparison.Ordinal))
            ?? (GetType().GetProperty(field) is null && FormWith(field) is { } form ? $"{form}.{field}" : field);

    private string? FormWith(string field) => GetType().GetProperties()
        .FirstOrDefault(p => p.IsDefined(typeof(BindPropertyAttribute), inherit: true) && p.PropertyType.GetProperty(field) is not null)?.Name;
}
