using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

/// <summary>What must mean the same on both databases, written and read back on each.</summary>
public class RoundTripTests
{
    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public async Task Instants_come_back_as_UTC_and_roles_as_themselves(string brand)
    {
        await using var database = await Databases.MakeAsync(brand);
        var at = new DateTime(2026, 3, 29, 0, 59, 59, 123, DateTimeKind.Utc);
        var user = new User { UserName = "asa@exempel.se", DisplayName = "Åsa Öberg", CreatedAt = at };
        await using (var db = database.Open())
        {
            db.Add(user);
            db.Add(new RoleGrant(user.Id, Role.Coordinator, Verksamhetsgren.Kaa));
            await db.SaveChangesAsync();
        }
        await using var read = database.Open();
        var found = await read.Users.SingleAsync(u => u.Id == user.Id && u.CreatedAt <= at);
        var grant = await read.RoleGrants.SingleAsync(g => g.Gren == Verksamhetsgren.Kaa);
        Assert.Equal((at, DateTimeKind.Utc, "Åsa Öberg"), (found.CreatedAt, found.CreatedAt.Kind, found.DisplayName));
        Assert.Equal(Role.Coordinator, grant.Role);
    }

    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public async Task A_second_row_of_a_unique_pair_is_known_as_such(string brand)
    {
        await using var database = await Databases.MakeAsync(brand);
        await using var first = database.Open();
        first.Add(new JobRun("paminnelser", "2026-11-23", new DateTime(2026, 11, 23, 5, 0, 0, DateTimeKind.Utc)));
        await first.SaveChangesAsync();

        await using var second = database.Open();
        second.Add(new JobRun("paminnelser", "2026-11-23", new DateTime(2026, 11, 23, 5, 0, 0, DateTimeKind.Utc)));
        var breach = await Assert.ThrowsAsync<DbUpdateException>(() => second.SaveChangesAsync());
        Assert.True(second.Dialect.IsUniqueBreach(breach));
    }

    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public async Task Every_typed_word_must_begin_some_word(string brand)
    {
        await using var database = await Databases.MakeAsync(brand);
        await using (var db = database.Open())
        {
            await SearchIndex.SetAsync(db, SearchOwner.Employer, Guid.NewGuid(), ["Åkeri i Öjebyn", "Café Ål"], CancellationToken.None);
            await SearchIndex.SetAsync(db, SearchOwner.Employer, Guid.NewGuid(), ["Akeri i Oskarshamn"], CancellationToken.None);
            await db.SaveChangesAsync();
        }
        await using var read = database.Open();
        Assert.Single(await SearchIndex.Find(read, SearchOwner.Employer, "ÅK öje").ToListAsync());
        Assert.Single(await SearchIndex.Find(read, SearchOwner.Employer, "cafe").ToListAsync());
        Assert.Empty(await SearchIndex.Find(read, SearchOwner.Employer, "ak öje").ToListAsync());
        Assert.Empty(await SearchIndex.Find(read, SearchOwner.Offer, "åk").ToListAsync());
    }

    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public async Task Lists_sort_and_page_in_Swedish_order(string brand)
    {
        string[] swedish = ["Akeriet", "Zoo i Öjebyn", "Åkeri Norr", "Ängelholms lager", "Öbo"];
        await using var database = await Databases.MakeAsync(brand);
        await using (var db = database.Open())
        {
            db.AddRange(swedish.Reverse().Select(Registered));
            await db.SaveChangesAsync();
        }
        await using var read = database.Open();
        var all = await read.Employers.OrderBy(e => e.SortKey).Select(e => new { e.Name, e.SortKey }).ToListAsync();
        Assert.Equal(swedish, all.Select(e => e.Name));
        var after = all[1].SortKey;
        Assert.Equal("Åkeri Norr", await read.Employers.Where(e => string.Compare(e.SortKey, after) > 0).OrderBy(e => e.SortKey).Select(e => e.Name).FirstAsync());
    }

    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public async Task The_second_of_two_who_change_the_same_row_is_refused(string brand)
    {
        await using var database = await Databases.MakeAsync(brand);
        var employer = Registered("Tvillingarna");
        await using (var db = database.Open())
        {
            db.Add(employer);
            await db.SaveChangesAsync();
        }
        await using var first = database.Open();
        await using var second = database.Open();
        var mine = await first.Employers.SingleAsync(e => e.Id == employer.Id);
        var theirs = await second.Employers.SingleAsync(e => e.Id == employer.Id);
        mine.Approve(Now);
        await first.SaveChangesAsync();
        theirs.Reject("Uppgifterna stämmer inte.", Now);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public async Task Rows_of_one_save_come_back_in_the_order_in_which_they_were_made(string brand)
    {
        await using var database = await Databases.MakeAsync(brand);
        var verbs = Enumerable.Range(0, 300).Select(n => $"Verb{n}").ToList();
        var subject = Guid.NewGuid();
        await using (var db = database.Open())
        {
            var rows = verbs.ConvertAll(v => new HistoryEntry("Test", subject, v, "", Now));
            db.History.AddRange(rows.AsEnumerable().Reverse());
            await db.SaveChangesAsync();
        }
        await using var read = database.Open();
        Assert.Equal(verbs, await read.History.Where(h => h.SubjectId == subject).OrderBy(h => h.At).ThenBy(h => h.Seq).Select(h => h.Verb).ToListAsync());
    }

    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public async Task Codes_that_differ_only_in_case_are_one_code(string brand)
    {
        await using var database = await Databases.MakeAsync(brand);
        await using var db = database.Open();
        db.AddRange(Unit("ÄO-c"), Unit("Äo-C"));
        Assert.True(db.Dialect.IsUniqueBreach(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));
        db.ChangeTracker.Clear();
        db.AddRange(Unit("ÄO-C"), Unit("ao-c"));
        await db.SaveChangesAsync();
    }

    private static OrgUnit Unit(string code) => OrgUnit.Create(OrgLevel.Namnd, code, "Nämnden", null, new DateOnly(2026, 1, 1), Now);

    private static readonly Stamp Now = new(null, new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));

    private static Employer Registered(string name) => Employer.Register(
        new EmployerDetails { Name = name, Sector = Sector.Private, Branch = Branch.Trade, Size = SizeClass.From5To9 },
        OrgNumber.Parse(Stage.NewOrgNumber()), null, Now);
}
