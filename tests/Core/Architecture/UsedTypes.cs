using EnVagUt.Core.Ground.Data;
using Mono.Cecil;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>Which types of core each of its types uses: in signatures, bodies and attributes, read from the built assembly.</summary>
internal static class UsedTypes
{
    /// <summary>Pairs of full names of top-level types; what the compiler makes counts as the type that it is made for.</summary>
    public static IReadOnlySet<(string User, string Used)> OfCore()
    {
        var module = ModuleDefinition.ReadModule(typeof(AppDb).Assembly.Location);
        var found = new HashSet<(string, string)>();
        foreach (var top in module.Types.Where(t => t.Namespace.StartsWith("EnVagUt.Core", StringComparison.Ordinal)))
            foreach (var used in WithNested(top).SelectMany(Named).SelectMany(Parts))
                if (used.Scope == module && Top(used) is { } name && name != top.FullName)
                    found.Add((top.FullName, name));
        return found;
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<TypeReference?> Named(TypeDefinition t) =>
    [
        t.BaseType,
        .. t.Interfaces.Select(i => i.InterfaceType),
        .. t.Fields.Select(f => f.FieldType),
        .. t.Properties.Select(p => p.PropertyType),
        .. Attributes(t), .. t.Fields.SelectMany(Attributes), .. t.Properties.SelectMany(Attributes), .. t.Methods.SelectMany(Attributes),
        .. t.Methods.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference?> Named(MethodDefinition m) =>
    [
        m.ReturnType,
        .. m.Parameters.Select(p => p.ParameterType),
        .. m.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType),
        .. m.HasBody ? m.Body.Variables.Select(v => v.VariableType) : [],
        .. m.HasBody ? m.Body.Instructions.SelectMany(i => Named(i.Operand)) : [],
    ];

    private static IEnumerable<TypeReference?> Named(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider on) =>
        on.CustomAttributes.SelectMany(a => a.ConstructorArguments.Select(x => x.Value as TypeReference).Prepend(a.AttributeType));

    // List<T>[] is a list, its element and an array: what counts is what they are made of.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };

    private static string Top(TypeReference type) => type.DeclaringType is { } outer ? Top(outer) : type.FullName;
}
