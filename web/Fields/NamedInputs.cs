using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace EnVagUt.Web.Fields;

/// <summary>
/// Binds every form under its property's own name. Without it a form of which nothing was sent, as when no radio button
/// is chosen, is bound without prefix, and its messages stand beside no field.
/// </summary>
internal sealed class NamedInputs : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        foreach (var property in model.HandlerProperties)
            if (property.BindingInfo is { BinderModelName: null } binding)
                binding.BinderModelName = property.PropertyName;
    }
}
