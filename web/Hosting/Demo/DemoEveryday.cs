using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Post.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>What goes on beside the placements: questions, new employers, reminders, reports.</summary>
internal sealed class DemoEveryday(DemoStage stage, DemoLogins logins)
{
    private const int ReminderDays = 30;

    private static readonly (string Question, string Answer)[] Questions =
    [
        ("Vi är ett litet kafé. Måste vi ha kollektivavtal för att ta emot praktik?", "Nej, för praktik behövs inget kollektivavtal. Däremot behöver ni ha en handledare på plats."),
        ("Vad händer om praktikanten blir sjuk?", "Ring er kontaktperson samma dag. Det är vi som tar reda på hur länge personen är borta."),
        ("Hur lång tid tar det innan någon kan börja?", "Räkna med tre till fem veckor från det att ni anmäler platsen."),
        ("Kan vi få träffa personen först?", "Ja, gärna. Vi ordnar ett studiebesök innan ni svarar."),
        ("Vi vill anställa den som har haft praktik hos oss. Vem söker lönestödet?", "Ni ansöker hos Arbetsförmedlingen. Vi hjälper till och registrerar beslutet när det är fattat."),
        ("Gäller försäkringen även på väg till arbetet?", "Det beror på formen. Ring oss, så tar vi reda på vad som gäller för er plats."),
        ("Kan vi ta emot någon bara på förmiddagar?", "Ja. Välj förmiddagar när ni anmäler platsen, så letar vi efter någon som vill arbeta deltid."),
        ("Vi har sommarstängt i juli. Behöver vi säga upp platsen då?", "Nej. Skriv in veckorna som stängda på arbetsplatsens kort, så planerar vi runt dem."),
        ("Finns det något material vi kan visa vår personal?", "Ja, vi skickar ett blad för handledare till er."),
        ("Vi har ett avtal med kommunen med krav på anställning. Var anmäler vi platser?", "Logga in och välj kravet när ni anmäler platsen, så räknas den mot ert åtagande."),
        ("Kan en handledare ha två personer samtidigt?", "Ja, om ni tycker att det fungerar. Säg till vilket tak handledaren ska ha."),
        ("Hur gör vi om det inte fungerar?", "Hör av er till er kontaktperson direkt. Ofta går det att ändra uppgifterna eller tiderna."),
    ];

    public void PlanQuestions()
    {
        var days = stage.Last.DayNumber - stage.First.DayNumber;
        for (var i = 0; i < Questions.Length; i++)
        {
            var (question, answer) = Questions[i];
            Ask(stage.First.AddDays(days * (i + 1) / (Questions.Length + 1)), question, $"fraga{i}@foretag.example", answer);
        }
        Ask(stage.Last.AddDays(-40), "Kan ni ringa upp mig?", $"{NoLetters.DeadAddress}foretag.example", "Vi försökte nå dig. Hör gärna av dig igen.");
        Ask(stage.Last.AddDays(-9), "Vi bygger om till hösten. Går det att pausa våra platser?", "bygger-om@foretag.example", null);
        Ask(stage.Last.AddDays(-1), "Tar ni emot anmälningar från bostadsrättsföreningar?", "styrelsen@forening.example", null);
        Ask(stage.Last, "Hur många timmar i veckan kan en språkträning vara?", "bageriet@foretag.example", null);
    }

    /// <summary>Three that registered by themselves: one has come far, one waits for an answer, one got a no.</summary>
    public void PlanRegistrations()
    {
        Register(stage.Last.AddMonths(-5), "Trastens Cykelverkstad AB", Branch.Trade, "599901000", "arbetsgivare.ny@trasten.example", approve: true);
        Register(stage.Last.AddMonths(-2), "Snabba Uppdrag i Sverige AB", Branch.Support, "599901001", "info@snabba-uppdrag.example", approve: false);
        Register(stage.Last.AddWorkingDays(-1), "Humlans Bageri AB", Branch.Hospitality, "599901002", "bageriet@humlan.example", approve: null);
    }

    /// <summary>The coordinator has a calendar; its address was shown once and nobody knows it now.</summary>
    public void PlanCalendar() =>
        stage.On(stage.Last.AddDays(-30), () => stage.AskAsync<CalendarFeedService, string>(logins.Coordinator, s => s.OpenAsync(default)));

    public void PlanReminders()
    {
        for (var day = stage.Last.AddDays(-ReminderDays); day <= stage.Last; day = day.AddDays(1))
        {
            var due = day;
            stage.On(day, () => stage.AsJobAsync<RemindersJob, string>(job => job.RunAsync(new JobContext(Schedules.Reminders, Schedules.Day(due.ToDateTime(default)), due, null), default)));
        }
    }

    /// <summary>One is away now, and the one who stands in has chosen somebody for the time after that.</summary>
    public void PlanAbsences()
    {
        var (kim, sam, last) = (logins.Consultant.UserId, logins.Coordinator.UserId, stage.Last);
        stage.On(last.AddDays(-4), () => stage.DoAsync<AbsenceService>(logins.UnitManager, s => s.AddAsync(new NewAbsence(kim, sam, last.AddDays(-3), last.AddDays(11)), default)));
        stage.On(last.AddDays(-2), () => stage.DoAsync<AbsenceService>(logins.Coordinator, s => s.AddAsync(new NewAbsence(sam, kim, last.AddDays(14), last.AddDays(21)), default)));
    }

    public void PlanNights()
    {
        for (var night = stage.First.AddDays(7); night <= stage.Last; night = night.AddDays(7))
            stage.On(night, StatusOfDayAsync);
        stage.On(stage.Last, StatusOfDayAsync);
    }

    private Task StatusOfDayAsync() =>
        stage.AsJobAsync<StatusOfDayJob, string>(job => job.RunAsync(new JobContext(Schedules.StatusOfDay, "", stage.First, null), default));

    /// <summary>Every full year's reports are compiled on 2 January; those of AME's own nämnd go all the way, the last year's of another are locked.</summary>
    public void PlanReports()
    {
        for (var year = stage.First.Year + 1; year < stage.Last.Year; year++)
        {
            var (of, january) = (year, new DateOnly(year + 1, 1, 2));
            stage.On(january, () => stage.AsJobAsync<AnnualReportService, (int, int)>(s => s.CompileAllAsync(of, january.StartOfDayUtc(), default)));
            stage.On(january.AddDays(18), () => HandOverAsync(of));
        }
        stage.On(new DateOnly(stage.Last.Year, 1, 21), () => LockAsync("VON", stage.Last.Year - 1));
        stage.On(stage.Last, async () =>
        {
            var namnd = await NamndAsync("AN");
            await stage.AskAsync<AnnualReportService, Guid>(logins.Coordinator, s => s.CompileAsync(namnd, stage.Last.Year, default));
        });
    }

    private async Task HandOverAsync(int year)
    {
        var id = await LockAsync("AN", year);
        var version = await VersionAsync(id);
        await stage.DoAsync<AnnualReportService>(logins.UnitManager, async s =>
        {
            await s.ApproveAsync(id, version, "Enya Enhetschef", null, default);
            await s.HandOverAsync(id, default);
            await s.RecordDiaryNumberAsync(id, $"AN {year + 1}/14", default);
        });
    }

    private async Task<Guid> LockAsync(string code, int year)
    {
        var namnd = await NamndAsync(code);
        var id = await stage.ReadAsync(db => db.AnnualReports.Where(r => r.NamndId == namnd && r.Year == year).Select(r => r.Id).SingleAsync());
        var version = await VersionAsync(id);
        await stage.DoAsync<AnnualReportService>(logins.Coordinator, s => s.LockAsync(id, version, "Sam Samordnare", default));
        return id;
    }

    private void Ask(DateOnly day, string text, string email, string? answer) => stage.On(day, async () =>
    {
        var id = await stage.AsJobAsync<QuestionService, Guid>(s => s.AskAsync(new QuestionInput { Text = text, Email = email }, default), visitor: true);
        if (answer is not null)
            stage.On(day.AddWorkingDays(1), () => stage.DoAsync<QuestionService>(logins.BusinessContact, s => s.AnswerAsync(id, new AnswerInput { Answer = answer }, default)));
    });

    private void Register(DateOnly day, string name, Branch branch, string nine, string email, bool? approve) => stage.OnWorkingDay(day, async () =>
    {
        var number = Enumerable.Range(0, 10).Select(digit => $"{nine}{digit}").First(n => OrgNumber.TryParse(n, out _));
        await stage.AsJobAsync<EmployerRegistrationService, bool>(async s =>
        {
            await s.RegisterAsync(new RegisterEmployer
            {
                OrgNumber = number,
                Employer = new EmployerDetails { Name = name, Sector = Sector.Private, Branch = branch, Size = SizeClass.From5To9 },
                Workplace = new WorkplaceDetails
                {
                    Name = name, StreetAddress = "Verkstadsgatan 3", PostalCode = "999 40", City = "Lindköping", Area = "Östra industriområdet",
                    ContactName = "Lo Påhittson", ContactEmail = email, ContactPhone = "08-465 004 99", Employees = 7,
                },
                DisplayName = "Lo Påhittson", Email = email, Password = DemoLogins.Password,
            }, default);
            return true;
        }, visitor: true);
        if (approve is null)
            return;
        await logins.ConfirmAsync(email, approve == true ? $"Arbetsgivare, {name} (registrerade sig själv)" : null);
        var id = await stage.ReadAsync(db => db.Employers.Where(e => e.OrgNumberDigits == number).Select(e => e.Id).SingleAsync());
        await stage.DoAsync<EmployerReviewService>(logins.BusinessContact, s => approve == true
            ? s.ApproveAsync(id, default)
            : s.RejectAsync(id, "Företaget förmedlar bara vidare till andra arbetsplatser. Be arbetsplatserna registrera sig själva.", default));
    });

    private Task<Guid> VersionAsync(Guid report) => stage.ReadAsync(db => db.AnnualReports.Where(r => r.Id == report).Select(r => r.Version).SingleAsync());

    private Task<Guid> NamndAsync(string code) => stage.ReadAsync(db => db.OrgUnits.Where(u => u.Level == OrgLevel.Namnd && u.Code == code).Select(u => u.Id).SingleAsync());
}
