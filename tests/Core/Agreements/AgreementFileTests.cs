using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Tests.Core.Reports;
using Xunit;

namespace EnVagUt.Tests.Core.Agreements;

/// <summary>The agreement as a Word file: valid, whole, and the same bytes for the same version.</summary>
public class AgreementFileTests
{
    [Fact]
    public async Task It_is_valid_and_says_all_that_is_agreed_and_who_has_approved()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.GivePhonesAsync();
        await s.ConcludeAsync();
        var view = await s.ViewAsync() with { PersonName = "Robin Provperson" };
        var text = WordText.Read(s.Test.Get<AgreementFile>().Write(view));

        Assert.Contains("Överenskommelse om praktik", text, StringComparison.Ordinal);
        foreach (var said in new[]
        {
            "DeltagarenRobin Provperson", "Butiken, Storgatan 1, 123 45 Lindköping", "Period7 december 2026–7 mars 2027", "mån–fre 08.00–12.00 och 12.30–16.30",
            "Plocka upp varor och möta kunder.", "Pröva på arbete i butik", "Behöver korta pauser", "Visa utrymningsvägar, brandskydd och första hjälpen",
            "14 december 2026: efter första veckan", "vilken försäkring som gäller", "Gäller från7 december 2026", "Sam Handledare, telefon 013-20 60 12",
            "ArbetsplatsenTest EmployerAdmin, godkände 23 november 2026 i portalen", "Deltagarengodkände 23 november 2026 på handläggarens skärm",
            "KommunenTest Coordinator, godkände 23 november 2026 i portalen",
        })
            Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("namnteckning", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_all_have_approved_it_has_a_line_to_sign_for_each_of_the_others()
    {
        await using var s = await AgreementStage.StartAsync(birthDate: new DateOnly(2009, 3, 1));
        await s.SentAsync();
        await s.ApproveAsWorkplaceAsync();
        var view = await s.ViewAsync();
        var text = WordText.Read(s.Test.Get<AgreementFile>().Write(view));
        foreach (var who in new[] { "Deltagaren", "Vårdnadshavaren", "Kommunen" })
            Assert.Contains($"{who}: datum, namnteckning och namnförtydligande", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Arbetsplatsen: datum", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_version_gives_the_same_bytes_whenever_it_is_written()
    {
        await using var s = await AgreementStage.StartAsync();
        await s.ConcludeAsync();
        var first = s.Test.Get<AgreementFile>().Write(await s.ViewAsync());
        s.Test.Clock.AdvanceDays(40);
        s.Test.NewScope();
        Assert.Equal(first, s.Test.Get<AgreementFile>().Write(await s.ViewAsync()));
        Assert.Equal("overenskommelse-2026-12-07-nummer-1.docx", AgreementFile.FileName(await s.ViewAsync()));
    }
}
