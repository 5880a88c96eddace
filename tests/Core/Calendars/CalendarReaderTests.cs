using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Calendars;

public class CalendarReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_coordinator_has_start_end_and_follow_ups_and_the_workplace_only_start_and_end()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        var to = (await s.Test.Db.Placements.SingleAsync(p => p.Id == s.Id, Ct)).To!.Value;

        var own = await s.ReadAsync(s.Owner);
        Assert.Equal(["slut", "start", "uppfoljning-efter-forsta-veckan", "uppfoljning-halvvags", "uppfoljning-vid-slutet"], own.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((s.From.Day(), to.Day()), (own["start"].Value("DTSTART"), own["slut"].Value("DTSTART")));
        Assert.Equal("Uppföljning: Butiken", own["uppfoljning-halvvags"].Value("SUMMARY"));
        Assert.EndsWith($"/placeringar/{s.Id}", own["start"].Value("URL"), StringComparison.Ordinal);

        var theirs = await s.ReadAsync(s.Employer);
        Assert.Equal(["slut", "start"], theirs.Keys.Order(StringComparer.Ordinal));
        Assert.EndsWith("/arbetsgivare/placeringar", theirs["start"].Value("URL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_name_no_form_and_no_reason_leaves_the_portal_in_a_calendar()
    {
        await using var s = await CalendarStage.BringAsync("Running");
        await s.Placements.PauseAsync(s.Id, new PausePlacement(s.From.AddDays(7), s.From.AddDays(8), PauseReason.Absence, FreesSlot: false), Ct);
        var person = await s.Test.Db.Participants.SingleAsync(Ct);
        foreach (var user in new[] { s.Owner, s.Employer })
        {
            var text = string.Join('\n', (await s.ReadAsync(user)).Values.SelectMany(l => l));
            Expect.None(new[] { person.FirstName, person.LastName, person.Phone!, "raktik", "rånvaro", "ppehåll", "Kim" }.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task The_sequence_rises_when_the_end_is_moved_and_the_day_stays_the_same_event()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        var before = await s.ReadAsync(s.Owner);
        await s.ReplanAsync(s.From.AddMonths(2));
        var after = await s.ReadAsync(s.Owner);
        Assert.Equal(s.From.AddMonths(2).Day(), after["slut"].Value("DTSTART"));
        Assert.Equal(before["slut"].Value("UID"), after["slut"].Value("UID"));
        Assert.All(before.Keys, k => Assert.True(after[k].Sequence() > before[k].Sequence(), k));
    }

    [Fact]
    public async Task The_sequence_rises_at_the_start_and_at_an_early_end_which_cancels_the_follow_ups_left()
    {
        await using var s = await CalendarStage.BringAsync("ReadyToStart");
        var agreed = await s.ReadAsync(s.Owner);
        s.Test.Clock.SetStockholm(s.From.AddDays(3));
        await s.Placements.StartAsync(s.Id, s.From.AddDays(3), Ct, Answered.ToAll);
        var started = await s.ReadAsync(s.Owner);
        Assert.Equal(s.From.AddDays(3).Day(), started["start"].Value("DTSTART"));
        Assert.True(started["start"].Sequence() > agreed["start"].Sequence());

        s.Test.Clock.SetStockholm(s.From.AddDays(14));
        await s.AsOwnerAsync();
        await s.Placements.EndAsync(s.Id, new EndPlacement(s.From.AddDays(14), ExitReason.Work, InterruptedBy.Nobody), Ct);
        var ended = await s.ReadAsync(s.Owner);
        Assert.Equal(s.From.AddDays(14).Day(), ended["slut"].Value("DTSTART"));
        Assert.Equal(("CONFIRMED", "CANCELLED"), (ended["uppfoljning-efter-forsta-veckan"].Value("STATUS"), ended["uppfoljning-halvvags"].Value("STATUS")));
        Assert.True(ended["uppfoljning-halvvags"].Sequence() > started["uppfoljning-halvvags"].Sequence());
    }

    [Fact]
    public async Task The_sequence_of_a_follow_up_rises_when_the_workplace_closes_for_its_week()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        var before = (await s.ReadAsync(s.Owner))["uppfoljning-halvvags"];
        var day = DateTime.ParseExact(before.Value("DTSTART"), "yyyyMMdd", null);
        var week = System.Globalization.ISOWeek.GetWeekOfYear(day);
        await s.CloseWeeksAsync(new ClosedWeeks(week, week));
        var after = (await s.ReadAsync(s.Owner))["uppfoljning-halvvags"];
        Assert.NotEqual(before.Value("DTSTART"), after.Value("DTSTART"));
        Assert.True(after.Sequence() > before.Sequence());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancelled_day_is_told_of_for_sixty_days_and_then_gone(bool mistake)
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        var before = await s.ReadAsync(s.Owner);
        await (mistake ? s.Placements.VoidAsync(s.Id, Ct) : s.Placements.CancelAsync(s.Id, NotHeldReason.Cancelled, Ct));
        var after = await s.ReadAsync(s.Owner);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(after, e => Assert.Equal("CANCELLED", e.Value.Value("STATUS")));
        Assert.True(after["start"].Sequence() > before["start"].Sequence());
        // What was registered by mistake is no business of the workplace any more.
        Assert.Equal(mistake ? 0 : 2, (await s.ReadAsync(s.Employer)).Count);

        s.Test.Clock.AdvanceDays(61);
        Assert.Empty(await s.ReadAsync(s.Owner));
    }

    [Fact]
    public async Task What_is_only_proposed_or_asked_about_is_in_no_calendar()
    {
        await using var s = await CalendarStage.BringAsync("Requested");
        Assert.Empty(await s.ReadAsync(s.Owner));
        Assert.Empty(await s.ReadAsync(s.Employer));
    }

    [Fact]
    public async Task A_calendar_shows_no_more_than_its_owner_would_see_today()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        Assert.NotEmpty(await s.ReadAsync(s.Owner));
        var otherEmployer = await s.Test.AsAsync(Role.EmployerAdmin, employerId: (await s.Test.Stage.WorkplaceAsync()).EmployerId);
        var colleague = await s.Test.AsAsync(Role.Coordinator);
        Assert.Empty(await s.ReadAsync(otherEmployer));
        Assert.Empty(await s.ReadAsync(colleague));

        // The owner goes over to another gren, and keeps the address.
        await using (var db = s.Test.Database.Open())
        {
            db.RoleGrants.RemoveRange(await db.RoleGrants.Where(g => g.UserId == s.Owner).ToListAsync(Ct));
            db.Add(new RoleGrant(s.Owner, Role.Coordinator, Verksamhetsgren.Skola));
            db.Add(new RoleGrant(s.Owner, Role.Referrer, Verksamhetsgren.Arbetsmarknad));
            await db.SaveChangesAsync(Ct);
        }
        Assert.Empty(await s.ReadAsync(s.Owner));
    }

    [Fact]
    public async Task Protected_identities_are_in_no_calendar_not_even_of_those_who_may_see_them()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        await using (var db = s.Test.Database.Open())
        {
            await db.Placements.IgnoreQueryFilters().ExecuteUpdateAsync(p => p.SetProperty(x => x.IsProtected, true), Ct);
            db.Add(new RoleGrant(s.Owner, Role.Coordinator, Verksamhetsgren.Arbetsmarknad, protectedIdentities: true));
            await db.SaveChangesAsync(Ct);
        }
        Assert.Empty(await s.ReadAsync(s.Owner));
    }

    [Fact]
    public async Task Whoever_stands_in_has_the_days_of_the_one_who_is_away_as_long_as_that_lasts()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        var substitute = await s.Test.AsAsync(Role.Consultant);
        Assert.Empty(await s.ReadAsync(substitute));
        await using (var db = s.Test.Database.Open())
        {
            db.Add(new Absence(s.Owner, substitute, new Period(s.Test.Clock.Today(), s.Test.Clock.Today().AddDays(3)), new(null, s.Test.Clock.UtcNow())));
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal((await s.ReadAsync(s.Owner)).Keys, (await s.ReadAsync(substitute)).Keys);
        s.Test.Clock.AdvanceDays(4);
        Assert.Empty(await s.ReadAsync(substitute));
        Assert.NotEmpty(await s.ReadAsync(s.Owner));
    }

    [Fact]
    public async Task Only_the_newest_address_works_and_none_when_it_is_closed_or_the_account_is()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        var first = await s.OpenAsync(s.Owner);
        var second = await s.OpenAsync(s.Owner);
        Assert.Equal((false, true), (await OpensAsync(s, first), await OpensAsync(s, second)));
        Assert.False(await OpensAsync(s, "påhittad"));
        Assert.False(await OpensAsync(s, LinkSecret.HashOf(second)));

        await using (var db = s.Test.Database.Open())
        {
            (await db.Users.SingleAsync(u => u.Id == s.Owner, Ct)).Deactivate(s.Test.Clock.UtcNow());
            await db.SaveChangesAsync(Ct);
        }
        Assert.False(await OpensAsync(s, second));
        var third = await s.OpenAsync(s.Employer);
        await s.AsAsync(s.Employer);
        await s.Test.Get<CalendarFeedService>().CloseAsync(Ct);
        Assert.False(await OpensAsync(s, third));

        var kept = await s.Test.Db.CalendarFeeds.AsNoTracking().ToListAsync(Ct);
        Assert.DoesNotContain(kept, f => f.Hash == first || f.Hash == second || f.Hash == third);
        // The new address and the end of the old one are one save: neither is first.
        Assert.Equal(["Opened", "Opened", "Opened", "Revoked", "Revoked"], (await s.Test.Db.VerbsAsync(h => h.SubjectKind == nameof(CalendarFeed))).Order());
    }

    [Fact]
    public async Task The_day_of_the_last_fetch_is_kept()
    {
        await using var s = await CalendarStage.BringAsync("AwaitingPaper");
        await s.ReadAsync(s.Owner);
        s.Test.Clock.AdvanceDays(2);
        await s.ReadAsync(s.Owner);
        Assert.Equal(s.Test.Clock.Today(), (await s.Test.Db.CalendarFeeds.SingleAsync(Ct)).LastFetchedOn);
    }

    [Fact]
    public async Task A_role_without_days_gets_no_address()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Procurer);
        Assert.Equal(Rule.NotForYourRole, (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CalendarFeedService>().OpenAsync(Ct))).Rule);
    }

    private static async Task<bool> OpensAsync(CalendarStage s, string secret)
    {
        s.Test.AsVisitor();
        var opens = await s.Test.Get<CalendarReader>().ReadAsync(secret, Ct) is not null;
        s.Test.AsJob();
        return opens;
    }
}
