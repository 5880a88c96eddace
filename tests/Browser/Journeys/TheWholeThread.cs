using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

/// <summary>
/// From an employer's place to the nämnd's annual report, each step by the right role, with real letters through a real
/// mail server. The steps stand in the other files of this class; every stop is examined by axe.
/// </summary>
public sealed partial class TheWholeThread(Site site)
{
    private readonly string _mark = $"{Guid.NewGuid():N}"[..6];

    private string Company => $"Trådbutiken {_mark} AB";
    private string EmployerEmail => $"chef-{_mark}@exempel.se";
    private string ParticipantSurname => $"Provtråd{_mark}";
    private string OrgNumber { get; } = Stage.NewOrgNumber();
    private DateOnly Today => site.Clock.Today();

    [Fact]
    public async Task From_an_employers_place_to_the_boards_report()
    {
        await TheOrganisationIsReadFromAFileAsync();
        await AnEmployerRegistersAndIsApprovedAsync();
        await AContractIsFlaggedAsync();
        await TheEmployerOffersPlacesOfThreeKindsAsync();
        await TheOffersAreReviewedAsync();
        await AParticipantIsProposedAndTheWorkplaceAskedAsync();
        await TheEmployerIsRemindedAndSaysYesAsync();
        await ThePraktikRunsAndEndsAsync();
        await TheEmployerRecruitsACandidateAsync();
        await WhatIsDeliveredShowsAsync();
        await AQuestionIsAskedAndAnsweredAsync();
        await TheReportReachesTheRegistrarAsync();
    }

    private async Task AsAsync(Role role, Func<Journey, Task> walk) =>
        await WalkAsync(await site.AddLoginAsync(role), walk);

    private Task WalkAsync(Login login, Func<Journey, Task> walk, int width = Journey.Wide) => Journey.WalkAsync(site, async somebody =>
    {
        // The employer has no other account than the one that was registered on the way.
        await (login.UserId == Guid.Empty ? somebody.SignInAsync(login) : somebody.ComeInAsync(login));
        await walk(somebody);
    }, width);

    // With a phone, between two other things.
    private Task AsTheEmployerAsync(Func<Journey, Task> walk) => WalkAsync(new Login(Guid.Empty, EmployerEmail, Password, null), walk, Journey.Narrow);

    /// <summary>The letter that has come to the address with a subject that begins so.</summary>
    private Task<ReceivedMail> LetterAsync(string to, string subject) =>
        site.Mail.WaitForAsync(m => m.To == to && m.Subject.StartsWith(subject, StringComparison.Ordinal), $"«{subject}» to {to}");

    /// <summary>The path of the portal that the letter links to.</summary>
    private static string LinkIn(ReceivedMail letter) => new Uri(Links().Match(letter.Text).Value).PathAndQuery;

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Links();
}
