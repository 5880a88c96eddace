using EnVagUt.Core.Desk.RuleEffects;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Rulebook;

public class FormsDocumentTests
{
    [Fact]
    public void The_page_of_forms_says_what_the_registries_say()
    {
        var path = Path.Combine(Repository.Root, "docs", "former.md");
        if (Environment.GetEnvironmentVariable("ENVAGUT_WRITE_DOCS") is not null)
            File.WriteAllText(path, FormsDocument.Write());
        Assert.True(File.ReadAllText(path) == FormsDocument.Write(),
            "docs/former.md is stale. ENVAGUT_WRITE_DOCS=1 and this test write it anew.");
    }
}
