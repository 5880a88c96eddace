using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EnVagUt.Core.Ground.Data;

/// <summary>Folded words, sort keys and keys of codes compare code by code on both databases (docs/model.md, Search and order).</summary>
public static class BinaryColumns
{
    public const string SortKey = nameof(SortKey);
    public const string CodeKey = nameof(CodeKey);
    public const string Word = nameof(SearchWord.Word);

    internal static void Apply(IMutableModel model, string collation)
    {
        foreach (var property in Of(model).Cast<IMutableProperty>())
            property.SetCollation(collation);
    }

    /// <summary>Every column that must carry the binary collation; a test reads them from both models.</summary>
    public static IEnumerable<IReadOnlyProperty> Of(IReadOnlyModel model) =>
        model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties())
            .Where(p => p.Name is SortKey or CodeKey
                || (p.Name is Word && p.DeclaringType.ClrType == typeof(SearchWord)));
}
