using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Data;

public sealed partial class AppDb
{
    private static void ApplyQueryFilters(ModelBuilder builder)
    {
    }
}
