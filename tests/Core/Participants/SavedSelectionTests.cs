using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

public class SavedSelectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_one_who_searched_reads_the_terms()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<SavedSelections>().SaveAsync("  Robin Prov ", Ct);
        Assert.Equal("Robin Prov", await t.Get<SavedSelections>().ReadAsync(id, Ct));

        await t.AsAsync(Role.Coordinator);
        Assert.Null(await t.Get<SavedSelections>().ReadAsync(id, Ct));
    }

    [Fact]
    public async Task A_selection_is_gone_after_a_week_for_everybody()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var old = await t.Get<SavedSelections>().SaveAsync("Robin", Ct);

        t.Clock.AdvanceDays(8);
        Assert.Null(await t.Get<SavedSelections>().ReadAsync(old, Ct));
        await t.AsAsync(Role.Consultant);
        var young = await t.Get<SavedSelections>().SaveAsync("Kim", Ct);
        Assert.Equal([young], await t.Db.SavedSelections.Select(s => s.Id).ToListAsync(Ct));
    }
}
