using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>Of two who are joined, every page of the one that is gone leads to the one who is kept (docs/model.md, Persons and participants).</summary>
public sealed class LeadsToTheKept(AppDb db) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) && Guid.TryParse(http.GetRouteValue("id") as string, out var id)
            && await db.Participants.Where(p => p.Id == id).Select(p => p.JoinedInto).SingleOrDefaultAsync(http.RequestAborted) is { } kept)
        {
            context.Result = new RedirectToPageResult("/Coordinator/Participants/Show", new { id = kept });
            return;
        }
        await next();
    }
}
