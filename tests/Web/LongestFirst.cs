using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(EnVagUt.Tests.Web.LongestFirst))]

namespace EnVagUt.Tests.Web;

/// <summary>What takes minutes begins first, so that no processor waits at the end for what began last.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "DemoTests", "KilledMailTests", "BookingRaceTests",
        "KilledJobTests", "MailProcessTests", "EngineContractTests", "SchemaTests", "StatementCountTests", "SqlServerTranslationTests",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, l => c.TestCollectionDisplayName.Contains(l, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length)];
}
