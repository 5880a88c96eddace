using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

public class ShortageLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_words_in_any_order_are_counted_together_each_month()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        await NoteAsync(t, "Kök centrum");
        await NoteAsync(t, "centrum, KÖK");
        t.Clock.SetStockholm(new DateOnly(2026, 12, 1));
        await NoteAsync(t, "kök centrum");

        var misses = await t.Db.SearchMisses.AsNoTracking().OrderBy(m => m.Month).ToListAsync(Ct);
        Assert.Equal(
            [(new DateOnly(2026, 11, 1), "centrum kök", 2), (new DateOnly(2026, 12, 1), "centrum kök", 1)],
            misses.Select(m => (m.Month, m.Words, m.Count)));
    }

    [Fact]
    public async Task Numbers_are_not_kept()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        await NoteAsync(t, "20000101-2384");
        await NoteAsync(t, "lager 20000101-2384");
        Assert.Equal(["lager"], await t.Db.SearchMisses.Select(m => m.Words).ToListAsync(Ct));
    }

    private static async Task NoteAsync(CoreTest t, string typed)
    {
        t.NewScope();
        await t.Get<ShortageLog>().NoteAsync(typed, Ct);
    }
}
