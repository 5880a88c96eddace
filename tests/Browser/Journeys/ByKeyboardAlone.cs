using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public class ByKeyboardAlone(Site site)
{
    [Fact]
    public async Task An_employer_signs_in_corrects_a_form_and_sends_in_a_place()
    {
        var workplace = await new Stage(site.Database, site.Clock).WorkplaceAsync();
        var login = await site.AddLoginAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await Journey.WalkAsync(site, async employer =>
        {
            await employer.OpenAsync(AccountPaths.SignIn);
            await employer.TypeAsync("E-postadress", login.Email);
            await employer.TypeAsync("Lösenord", login.Password);
            await employer.EnterAsync("Logga in");
            await employer.EnterAsync("Mina platser");
            await employer.EnterAsync("Anmäl platser");
            await employer.EnterAsync("Praktik");

            await employer.TypeAsync("Rubrik", "Hjälpa till i butiken");
            await employer.TypeAsync("Från och med", $"{site.Clock.Today().AddDays(14):yyyy-MM-dd}");
            await employer.AnswerStaffingAsync();
            await employer.EnterAsync("Skicka in");
            // The summary has the focus; its first link leads to the field.
            await employer.TabToAsync("Arbetsuppgifter: Fyll i uppgiften.");
            await employer.Page.Keyboard.PressAsync("Enter");
            await employer.Page.Keyboard.TypeAsync("Plocka upp varor och möta kunder.");
            await employer.EnterAsync("Skicka in");
            await employer.SeeHeadingAsync("Hjälpa till i butiken Inskickad");
        });
    }
}
