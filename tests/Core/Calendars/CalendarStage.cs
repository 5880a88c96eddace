using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Placements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Calendars;

/// <summary>A placement brought somewhere, and the calendars of those who have to do with it.</summary>
internal sealed class CalendarStage(CoreTest test, PlacementInState placement) : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private readonly Dictionary<Guid, string> _secrets = [];

    public CoreTest Test => test;
    public Guid Id => placement.Id;
    public DateOnly From => placement.From;
    public PlacementService Placements => test.Get<PlacementService>();
    public Guid EmployerId => placement.EmployerId;

    /// <summary>The coordinator whose case it is.</summary>
    public Guid Owner { get; private set; }

    /// <summary>A reader at the workplace's employer.</summary>
    public Guid Employer { get; private set; }

    public static async Task<CalendarStage> BringAsync(string situation, Form form = Form.Praktik)
    {
        var t = await CoreTest.StartAsync();
        var s = new CalendarStage(t, await PlacementInState.BringAsync(t, form, situation));
        s.Owner = (await t.Db.Placements.Where(p => p.Id == s.Id).Select(p => p.CoordinatorId).SingleAsync(Ct))!.Value;
        s.Employer = await t.AsAsync(Role.EmployerReader, employerId: s.EmployerId);
        await s.AsOwnerAsync();
        return s;
    }

    public Task AsOwnerAsync() => AsAsync(Owner);

    public async Task AsAsync(Guid user)
    {
        test.AsJob();
        var grants = await test.Db.RoleGrants.Where(g => g.UserId == user).ToListAsync(Ct);
        test.As(v => v.BecomeUser(user, grants));
    }

    public async Task<string> OpenAsync(Guid user)
    {
        await AsAsync(user);
        return _secrets[user] = await test.Get<CalendarFeedService>().OpenAsync(Ct);
    }

    /// <summary>The user's calendar as somebody who only has the address gets it.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> ReadAsync(Guid user)
    {
        if (!_secrets.TryGetValue(user, out var secret))
            secret = await OpenAsync(user);
        test.AsVisitor();
        var file = await test.Get<CalendarReader>().ReadAsync(secret, Ct);
        await AsOwnerAsync();
        return IcsText.Events(file!);
    }

    public Task ReplanAsync(DateOnly to) => Placements.ReplanAsync(Id,
        new Replan(test.Clock.Today() < From ? From : test.Clock.Today(), to, Cells.OfficeWeek, ReplanReason.StepDown), Ct, Answered.ToAll);

    public async Task CloseWeeksAsync(ClosedWeeks weeks)
    {
        await test.AsAsync(Role.EmployerAdmin, employerId: EmployerId);
        var workplace = await test.Db.Workplaces.SingleAsync(w => w.EmployerId == EmployerId, Ct);
        workplace.Describe(new WorkplaceDetails
        {
            Name = workplace.Name, StreetAddress = workplace.StreetAddress, PostalCode = workplace.PostalCode, City = workplace.City, Area = workplace.Area,
            ContactName = workplace.ContactName, ContactEmail = workplace.ContactEmail, Employees = workplace.Employees, ClosedWeeks = weeks,
        }, test.Stamp);
        await test.Db.SaveChangesAsync(Ct);
        await AsOwnerAsync();
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();
}

/// <summary>Just enough of iCalendar to ask about; the real parsers read it in tests/Web.</summary>
internal static class IcsText
{
    /// <summary>The lines of each event, by the kind in its UID: «start».</summary>
    public static IReadOnlyDictionary<string, string[]> Events(byte[] file) =>
        System.Text.Encoding.UTF8.GetString(file).Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT\r\n")[1..]
            .Select(e => e.Split("\r\n"))
            .ToDictionary(e => Value(e, "UID").Split('@')[0][33..], e => e, StringComparer.Ordinal);

    public static string Value(this string[] lines, string name) =>
        lines.Single(l => l.StartsWith(name + ":", StringComparison.Ordinal) || l.StartsWith(name + ";", StringComparison.Ordinal)).Split(':', 2)[1];

    public static int Sequence(this string[] lines) => int.Parse(lines.Value("SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture);

    public static string Day(this DateOnly day) => day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}
