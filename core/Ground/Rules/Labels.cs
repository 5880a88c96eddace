using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace EnVagUt.Core.Ground.Rules;

/// <summary>The Swedish word for an enum's value: its <c>[Display(Name = "…")]</c>, read once.</summary>
public static class Labels
{
    private static readonly ConcurrentDictionary<Enum, string> Read = new();

    public static string Label(this Enum value) => Read.GetOrAdd(value, v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? v.ToString());

    /// <summary>«Praktiken», at the beginning of a sentence.</summary>
    public static string Capital(this string words) => words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.GetCultureInfo("sv-SE")) + words[1..];
}
