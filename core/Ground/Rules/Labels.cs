using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace EnVagUt.Core.Ground.Rules;

/// <summary>The Swedish word for an enum's value: its <c>[Display(Name = "…")]</c>, read once.</summary>
public static class Labels
{
    private static readonly ConcurrentDictionary<Enum, string> Read = new();

    public static string Label(this Enum value) => Read.GetOrAdd(value, v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? v.ToString());
}
