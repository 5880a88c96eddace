using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Offers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Bench.Pages;

/// <summary>The bare page: signed in, no layout, the same 25 rows by the same key page.</summary>
[Authorize]
public sealed class ReferensModel(AppDb db) : PageModel
{
    public IReadOnlyList<Row> Offers { get; private set; } = [];

    public sealed record Row(Guid Id, string Title, DateOnly From, DateOnly? To);

    public async Task OnGetAsync() =>
        Offers = await db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Published).OrderBy(o => o.SortKey).Take(25)
            .Select(o => new Row(o.Id, o.Title, o.From, o.To)).ToListAsync();
}
