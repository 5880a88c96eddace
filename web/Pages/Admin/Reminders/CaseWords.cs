using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Fields;

namespace EnVagUt.Web.Pages.Admin.Reminders;

/// <summary>A case without a person, in words.</summary>
public static class CaseWords
{
    public static string Path(this CaseName c) => PathOf(c.Kind, c.Id);

    public static string PathOf(CaseKind kind, Guid id) => $"/admin/paminnelser/arende/{kind}/{id}";

    public static string Title(this CaseName c) => c.What.Length == 0 ? c.Kind.Label() : $"{c.Kind.Label()}: {c.What}";

    public static string When(this CaseName c) => (c.From, c.At) switch
    {
        ({ } from, _) => new Period(from, c.To).ToString(),
        (_, { } at) => at.StockholmDate().Shown(),
        _ => "",
    };
}
