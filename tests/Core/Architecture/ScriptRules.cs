using System.Text.RegularExpressions;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>./dev is the first thing that a newcomer runs.</summary>
public partial class ScriptRules
{
    /// <summary>Under pipefail the writer's broken pipe is the pipe's answer, now and then: a question is asked of what has been read whole.</summary>
    [Fact]
    public void No_question_hangs_on_a_pipe_whose_reader_leaves_early() =>
        Expect.None(Repository.Read("dev").Split('\n').Where(line => EarlyReader().IsMatch(line)));

    [GeneratedRegex(@"^[^#]*(\|\s*grep\s+(-\w+\s+)*-\w*[qm]|(^|;)\s*(if|while|!)[^$]*\|\s*(head|sed -n .*q)\b)")]
    private static partial Regex EarlyReader();
}
