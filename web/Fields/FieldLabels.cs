namespace EnVagUt.Web.Fields;

internal sealed record FieldLabel(string Id, string Label);

/// <summary>The labels of the fields on this page, by model name: the error summary names and links them.</summary>
internal static class FieldLabels
{
    private static readonly object Key = new();

    public static Dictionary<string, FieldLabel> Of(HttpContext http)
    {
        if (http.Items[Key] is not Dictionary<string, FieldLabel> labels)
            http.Items[Key] = labels = [];
        return labels;
    }
}
