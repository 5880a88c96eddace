using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>What a built assembly says about itself, read from its metadata and its symbols.</summary>
internal sealed record AssemblyNames(IReadOnlyList<string> ReferencedTypes, IReadOnlyList<string> ReferencedAssemblies)
{
    public static AssemblyNames Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var m = file.GetMetadataReader();
        return new(
            [.. m.TypeReferences.Select(m.GetTypeReference).Select(t => $"{m.GetString(t.Namespace)}.{m.GetString(t.Name)}")],
            [.. m.AssemblyReferences.Select(m.GetAssemblyReference).Select(a => m.GetString(a.Name))]);
    }

    public static IEnumerable<string> OwnFiles() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "EnVagUt.*.dll");

    /// <summary>Namespaces, types, members, parameters and local variables.</summary>
    public static IEnumerable<string> Identifiers(string assemblyFile)
    {
        using var file = new PEReader(File.OpenRead(assemblyFile));
        var m = file.GetMetadataReader();
        List<StringHandle> names =
        [
            .. m.TypeDefinitions.Select(m.GetTypeDefinition).SelectMany(t => new[] { t.Namespace, t.Name }),
            .. m.MethodDefinitions.Select(h => m.GetMethodDefinition(h).Name),
            .. m.FieldDefinitions.Select(h => m.GetFieldDefinition(h).Name),
            .. m.PropertyDefinitions.Select(h => m.GetPropertyDefinition(h).Name),
            .. m.MethodDefinitions.SelectMany(h => m.GetMethodDefinition(h).GetParameters()).Select(h => m.GetParameter(h).Name),
        ];
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assemblyFile, ".pdb")));
        var pdb = symbols.GetMetadataReader();
        return [.. names.Select(m.GetString), .. pdb.LocalVariables.Select(h => pdb.GetString(pdb.GetLocalVariable(h).Name))];
    }
}
