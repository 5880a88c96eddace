using System.Collections.Concurrent;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EnVagUt.Tests.Web.Calendars;

/// <summary>A portal that keeps all that it logs, from the lowest level on and with the scopes.</summary>
public sealed class LoggingApp : PortalApp
{
    private readonly KeptLog _log = new();

    public ConcurrentQueue<string> Lines => _log.Lines;
    public Stage Stage => new(Database, Clock);

    /// <summary>A placement that the workplace has said yes to, with its coordinator signed in.</summary>
    internal async Task<AgreedPlace> AgreedAsync(string workplaceName)
    {
        var workplace = await Stage.WorkplaceAsync();
        await using (var db = Database.Open())
            await db.Workplaces.Where(w => w.Id == workplace.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.Name, workplaceName));
        var offer = await Stage.OfferAsync(workplace);
        var participant = await Stage.ParticipantAsync();
        var (coordinator, grants) = await TestUsers.AddAsync(Database, Clock, [Role.Coordinator]);
        var (employer, theirs) = await TestUsers.AddAsync(Database, Clock, [Role.EmployerAdmin], employerId: workplace.EmployerId);
        var place = new AgreedPlace(this, coordinator.Id, grants, offer.From);
        await place.DoAsync(async s =>
        {
            place.Id = await s.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default);
            await s.ParticipantAnsweredAsync(place.Id, true, default);
            await s.ReleaseAsync(place.Id, null, default);
            await s.RequestAsync(place.Id, default);
        });
        await InScopeAsync(async s => { await s.GetRequiredService<EmployerAnswerService>().AnswerAsync(place.Id, true, null, default); return 0; }, v => v.BecomeUser(employer.Id, theirs));
        return place;
    }

    public async Task LetterHasLeftAsync(Guid caseId, string template)
    {
        await using var db = Database.Open();
        await db.Mail.Where(m => m.CaseId == caseId && m.Template == template).ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Sent));
    }

    protected override void AddTestServices(IServiceCollection services) =>
        services.AddLogging(b => b.AddProvider(_log).AddFilter<KeptLog>(null, LogLevel.Trace));

    private sealed class KeptLog : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentQueue<string> Lines { get; } = [];

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => new Kept(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Kept(KeptLog log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log._scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                log.Lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
                log._scopes?.ForEachScope((scope, lines) => lines.Enqueue($"scope {scope}"), log.Lines);
            }
        }
    }
}

/// <summary>A placement of <see cref="LoggingApp"/> and its coordinator.</summary>
internal sealed class AgreedPlace(LoggingApp app, Guid coordinator, IReadOnlyCollection<RoleGrant> grants, DateOnly from)
{
    public Guid Id { get; set; }
    public DateOnly From => from;
    public HttpClient Client { get; } = app.SignedIn(coordinator);

    public Task DoAsync(Func<PlacementService, Task> work) =>
        app.InScopeAsync(async s => { await work(s.GetRequiredService<PlacementService>()); return 0; }, v => v.BecomeUser(coordinator, grants));
}
