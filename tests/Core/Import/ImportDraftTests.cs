using System.Text;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Import;

public class ImportDraftTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly byte[] File = Encoding.UTF8.GetBytes("nivå;kod;namn;överordnad;giltig_från\nNämnd;KS;Kommunstyrelsen;;2019-01-01\n");

    [Fact]
    public async Task The_uploaded_text_is_gone_when_it_has_been_read_in()
    {
        await using var t = await ImportTest.StartAsync();
        var id = await t.Get<ImportService>().UploadAsync(ImportKind.Organisation, "fil.csv", File, Ct);
        Assert.Equal(1, await t.Db.ImportDrafts.CountAsync(Ct));

        t.NewScope();
        await t.Get<ImportService>().CommitAsync(id, Ct);

        Assert.Equal(0, await t.Db.ImportDrafts.CountAsync(Ct));
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<ImportService>().CommitAsync(id, Ct));
    }

    [Fact]
    public async Task A_file_with_faults_waits_to_be_looked_at_again()
    {
        await using var t = await ImportTest.StartAsync();
        var id = await t.Get<ImportService>().UploadAsync(ImportKind.Employers, "fil.csv", File, Ct);
        await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<ImportService>().CommitAsync(id, Ct));
        t.NewScope();
        Assert.NotEmpty((await t.Get<ImportService>().PreviewAsync(id, Ct)).Faults);
        await t.Get<ImportService>().DiscardAsync(id, Ct);
        Assert.Equal(0, await t.Db.ImportDrafts.CountAsync(Ct));
    }

    [Fact]
    public async Task What_nobody_read_in_is_removed_after_a_day_by_the_job_or_the_next_upload()
    {
        await using var t = await ImportTest.StartAsync();
        var imports = t.Get<ImportService>();
        await imports.UploadAsync(ImportKind.Organisation, "gammal.csv", File, Ct);
        t.Clock.Advance(ImportDraft.Lifetime);
        Assert.Equal(0, await imports.RemoveOldAsync(Ct));
        t.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await imports.RemoveOldAsync(Ct));

        await imports.UploadAsync(ImportKind.Organisation, "gammal.csv", File, Ct);
        t.Clock.Advance(TimeSpan.FromHours(25));
        await imports.UploadAsync(ImportKind.Organisation, "ny.csv", File, Ct);
        Assert.Equal("ny.csv", (await t.Db.ImportDrafts.SingleAsync(Ct)).FileName);
    }

    [Fact]
    public async Task The_demo_files_are_right()
    {
        await using var t = await ImportTest.StartAsync();
        var content = new ContentFolder(Path.Combine(Repository.Root, "content"));
        var organisation = await t.PreviewAsync(ImportKind.Organisation, content.ReadText("demo/organisation.csv"));
        var employers = await t.PreviewAsync(ImportKind.Employers, content.ReadText("demo/arbetsgivare.csv"));
        Expect.None(organisation.Faults.Concat(employers.Faults).Select(f => f.ToString()));
        Assert.Equal((66, 332), (organisation.Counts.Added, employers.Counts.Added));
    }
}
