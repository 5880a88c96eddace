using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EnVagUt.Core.Ground.Data;

/// <summary>Instants are stored without kind and come back as UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    toStore => toStore,
    fromStore => DateTime.SpecifyKind(fromStore, DateTimeKind.Utc));
