using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace OmniChannel.Architecture.Rules;

/// <summary>Reads which types of an assembly use which of its others: in signatures, attributes and method bodies.</summary>
internal sealed class TypeUses
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly SignatureTypes _types = new();

    private TypeUses(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
    }

    public static IReadOnlyList<TypeUse> Of(Stream assembly)
    {
        using var file = new PEReader(assembly, PEStreamOptions.LeaveOpen);
        return new TypeUses(file).Read();
    }

    private List<TypeUse> Read()
    {
        var uses = new HashSet<TypeUse>();
        foreach (var handle in _reader.TypeDefinitions)
        {
            _types.Found.Clear();
            Visit(_reader.GetTypeDefinition(handle));
            var from = Name(handle);
            foreach (var found in _types.Found.ToList())
            {
                var to = Name(found);
                uses.Add(new TypeUse(from.Namespace, from.Type, to.Namespace, to.Type));
            }
        }

        return [.. uses.Where(use => (use.FromNamespace, use.From) != (use.ToNamespace, use.To))];
    }

    private void Visit(TypeDefinition type)
    {
        Visit(type.BaseType);
        Visit(type.GetCustomAttributes());
        foreach (var handle in type.GetInterfaceImplementations())
        {
            Visit(_reader.GetInterfaceImplementation(handle).Interface);
        }

        Visit(type.GetGenericParameters());
        foreach (var handle in type.GetFields())
        {
            var field = _reader.GetFieldDefinition(handle);
            field.DecodeSignature(_types, null);
            Visit(field.GetCustomAttributes());
        }

        foreach (var handle in type.GetMethods())
        {
            var method = _reader.GetMethodDefinition(handle);
            method.DecodeSignature(_types, null);
            Visit(method.GetGenericParameters());
            Visit(method.GetCustomAttributes());
            if (method.RelativeVirtualAddress != 0)
            {
                VisitBody(_file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void Visit(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            Visit(_reader.GetCustomAttribute(handle).Constructor);
        }
    }

    private void Visit(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(handle => _reader.GetGenericParameter(handle).GetConstraints()))
        {
            Visit(_reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void VisitBody(MethodBodyBlock body)
    {
        Visit(body.LocalSignature);
        foreach (var region in body.ExceptionRegions)
        {
            Visit(region.CatchType);
        }

        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            var operand = Operands[value == 0xFE ? 0xFE00 | code.ReadByte() : value];
            switch (operand)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok
                    or OperandType.InlineSig:
                    Visit(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += Size(operand);
                    break;
            }
        }
    }

    private void Visit(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                _types.Found.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_types, null);
                break;
            case HandleKind.FieldDefinition:
                _types.Found.Add(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                _types.Found.Add(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var generic = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                generic.DecodeSignature(_types, null);
                Visit(generic.Method);
                break;
            case HandleKind.MemberReference:
                var member = _reader.GetMemberReference((MemberReferenceHandle)handle);
                Visit(member.Parent);
                VisitSignature(member);
                break;
            case HandleKind.StandaloneSignature when !handle.IsNil:
                var signature = _reader.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
                {
                    signature.DecodeLocalSignature(_types, null);
                }

                break;
        }
    }

    private void VisitSignature(MemberReference member)
    {
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(_types, null);
        }
        else
        {
            member.DecodeFieldSignature(_types, null);
        }
    }

    private (string Namespace, string Type) Name(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = _reader.GetTypeDefinition(type.GetDeclaringType());
        }

        var space = _reader.GetString(type.Namespace);
        return (space, $"{space}.{_reader.GetString(type.Name)}");
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
