using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace SpacesPortal.ConventionTests;

public sealed class TypeTests
{
    // The code of a language; the password of the demo people, which the sandbox prints at start.
    private static readonly string[] NoSecrets = ["AvayaCloud.Spaces.Language.Code", "AvayaCloud.Sandbox.Control.ControlModel.Password"];

    [Fact]
    public void A_class_is_sealed_or_static_or_the_base_of_one_beside_it()
    {
        var bases = Product.Types.Select(type => type.BaseType).OfType<Type>().Select(Definition).ToHashSet();
        Assert.Empty(Product.Types
            // Razor components are classes that the compiler writes, unsealed.
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAssignableTo(typeof(IComponent)))
            .Where(type => type.Name is not ("Program" or "_Imports"))
            .Where(type => !(type.IsAbstract && bases.Contains(type)))
            .Select(type => type.FullName));
    }

    [Fact]
    public void A_type_that_holds_a_token_does_not_print_it()
    {
        const string Secret = "canary-0123456789";
        List<string> printing = [];
        foreach (var type in Product.Types.Where(IsTokenText))
        {
            var token = Made(type, Secret);
            if (token is null || Prints(token, Secret) || Prints(new { token }, Secret))
                printing.Add(type.FullName!);
        }

        Assert.Empty(printing);
    }

    [Fact]
    public void The_test_above_finds_both_kinds_of_token() =>
        Assert.Equal(
            ["AccessToken", "RefreshToken"],
            Product.TypesOf(Product.Identity).Where(IsTokenText).Select(type => type.Name).Order(StringComparer.Ordinal));

    /// <summary>A record writes all its members out, whatever they hold: text with a token's name must not be one.</summary>
    [Fact]
    public void A_record_prints_no_text_that_is_named_like_a_secret()
    {
        string[] secrets = ["Token", "AccessToken", "RefreshToken", "IdToken", "ClientSecret", "Secret", "Verifier", "Code", "Password"];
        Assert.Empty(Product.Types
            .Where(type => type.GetMethod("<Clone>$") is not null && PrintsItself(type))
            .SelectMany(type => type.GetProperties()
                .Where(property => property.PropertyType == typeof(string) && secrets.Contains(property.Name, StringComparer.Ordinal))
                .Select(property => $"{type.FullName}.{property.Name}"))
            .Except(NoSecrets));
    }

    private static bool Prints(object value, string text) => value.ToString()!.Contains(text, StringComparison.Ordinal);

    private static bool PrintsItself(Type type) =>
        IsGenerated(type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic))
        && IsGenerated(type.GetMethod(nameof(ToString), Type.EmptyTypes));

    private static bool IsGenerated(MethodInfo? method) => method?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) == true;

    private static bool IsTokenText(Type type) =>
        type.IsValueType
        && type.Name.EndsWith("Token", StringComparison.Ordinal)
        && type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static) is not null;

    private static object? Made(Type type, string text)
    {
        object?[] arguments = [text, null];
        return type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, arguments) is true ? arguments[1] : null;
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
